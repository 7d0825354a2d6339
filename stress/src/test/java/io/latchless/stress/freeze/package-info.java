/**
 * Freezes one thread at every bytecode of an operation and checks that the others make progress.
 *
 * <p>{@link FreezeProbe} is the entry point; a {@link FreezeScenario} defines what to freeze.
 */
@NullMarked
package io.latchless.stress.freeze;

import org.jspecify.annotations.NullMarked;
