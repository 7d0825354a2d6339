/** Contests of {@code Counter} against the JDK's counters and counters behind mutexes. */
@NullMarked
package io.latchless.benchmarks.counters;

import org.jspecify.annotations.NullMarked;
