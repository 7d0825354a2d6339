/** A counter with {@code Backoff}, the same behind mutexes, and its contests. */
@NullMarked
package io.latchless.benchmarks.backoff;

import org.jspecify.annotations.NullMarked;
