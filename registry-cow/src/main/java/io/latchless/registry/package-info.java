/** Copy-on-write snapshot maps, and registries of handlers and processes. */
@NullMarked
package io.latchless.registry;

import org.jspecify.annotations.NullMarked;
