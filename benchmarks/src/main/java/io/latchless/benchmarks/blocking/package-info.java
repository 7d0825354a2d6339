/** Contests of {@code BlockingRingBuffer} against other blocking queues. */
@NullMarked
package io.latchless.benchmarks.blocking;

import org.jspecify.annotations.NullMarked;
