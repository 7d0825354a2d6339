/** Snapshot maps and registries of handlers and processes, copied on write. */
@NullMarked
package io.latchless.registry;

import org.jspecify.annotations.NullMarked;
