/** The registries, frozen. */
@NullMarked
package io.latchless.stress.freeze.registry;

import org.jspecify.annotations.NullMarked;
