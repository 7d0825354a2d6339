/** Contests of {@code EventBus} against buses with mutexes, and against peers. */
@NullMarked
package io.latchless.benchmarks.bus;

import org.jspecify.annotations.NullMarked;
