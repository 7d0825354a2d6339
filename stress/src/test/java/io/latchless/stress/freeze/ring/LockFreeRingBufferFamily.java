package io.latchless.stress.freeze.ring;

import io.latchless.ringbuffer.LockFreeRingBuffer;

/** {@link LockFreeRingBuffer}. */
public final class LockFreeRingBufferFamily extends RingFamily {
  LockFreeRingBufferFamily() {
    super(LockFreeRingBuffer::new);
  }
}
