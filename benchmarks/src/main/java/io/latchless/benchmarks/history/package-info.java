/** Contests of {@code OverwritingRingBuffer} against circular arrays behind mutexes. */
@NullMarked
package io.latchless.benchmarks.history;

import org.jspecify.annotations.NullMarked;
