/**
 * Hostile callbacks: every public method of the library that runs user code gets code that throws,
 * overflows the stack, blocks, calls back and waits for other threads.
 */
@NullMarked
package io.latchless.stress.hostile;

import org.jspecify.annotations.NullMarked;
