/**
 * Freezes one thread at every bytecode of an operation and watches whether the others go on.
 *
 * <p>{@link FreezeProbe} is the way in; a {@link FreezeScenario} says what to freeze.
 */
@NullMarked
package io.latchless.stress.freeze;

import org.jspecify.annotations.NullMarked;
