/** A {@code BlockingRingBuffer}, the queues that it is compared with, and its contests. */
@NullMarked
package io.latchless.benchmarks.blocking;

import org.jspecify.annotations.NullMarked;
