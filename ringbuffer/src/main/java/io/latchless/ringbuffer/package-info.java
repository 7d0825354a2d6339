/**
 * Bounded queues and rings without locks.
 *
 * <p>{@link io.latchless.ringbuffer.MpmcRingBuffer} is the fast one; {@link
 * io.latchless.ringbuffer.LockFreeRingBuffer} goes on whichever thread stops wherever; {@link
 * io.latchless.ringbuffer.BlockingRingBuffer} waits, and can be closed; {@link
 * io.latchless.ringbuffer.OverwritingRingBuffer} keeps the newest and never refuses.
 */
@NullMarked
package io.latchless.ringbuffer;

import org.jspecify.annotations.NullMarked;
