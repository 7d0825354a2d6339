/** An {@code OverwritingRingBuffer}, the same behind mutexes, and its contests. */
@NullMarked
package io.latchless.benchmarks.history;

import org.jspecify.annotations.NullMarked;
