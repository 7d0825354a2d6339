/** Contests of ring buffers against other queues. */
@NullMarked
package io.latchless.benchmarks.ring;

import org.jspecify.annotations.NullMarked;
