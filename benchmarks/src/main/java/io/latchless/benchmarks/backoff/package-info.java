/** Contests of a counter with {@code Backoff} against counters behind mutexes. */
@NullMarked
package io.latchless.benchmarks.backoff;

import org.jspecify.annotations.NullMarked;
