/** Freeze probes of the registries. */
@NullMarked
package io.latchless.stress.freeze.registry;

import org.jspecify.annotations.NullMarked;
