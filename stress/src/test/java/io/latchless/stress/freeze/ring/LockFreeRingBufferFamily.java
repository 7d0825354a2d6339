package io.latchless.stress.freeze.ring;

import io.latchless.ringbuffer.LockFreeRingBuffer;

/** The operations of {@link LockFreeRingBuffer}. */
public final class LockFreeRingBufferFamily extends RingFamily {
  LockFreeRingBufferFamily() {
    super(LockFreeRingBuffer::new);
  }
}
