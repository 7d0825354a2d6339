/** A {@code ProcessStatusHolder}, the same behind mutexes, and its contests. */
@NullMarked
package io.latchless.benchmarks.process;

import org.jspecify.annotations.NullMarked;
