/**
 * Bounded queues and rings without locks.
 *
 * <p>{@link io.latchless.ringbuffer.MpmcRingBuffer} is the fast one. {@link
 * io.latchless.ringbuffer.LockFreeRingBuffer} lets other threads go on wherever one stops. {@link
 * io.latchless.ringbuffer.BlockingRingBuffer} waits, and can be closed. {@link
 * io.latchless.ringbuffer.OverwritingRingBuffer} keeps the newest elements and refuses none.
 */
@NullMarked
package io.latchless.ringbuffer;

import org.jspecify.annotations.NullMarked;
