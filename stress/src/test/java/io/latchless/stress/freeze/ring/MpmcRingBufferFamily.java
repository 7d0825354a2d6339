package io.latchless.stress.freeze.ring;

import io.latchless.ringbuffer.MpmcRingBuffer;

/** The operations of {@link MpmcRingBuffer}. */
public final class MpmcRingBufferFamily extends RingFamily {
  MpmcRingBufferFamily() {
    super(MpmcRingBuffer::new);
  }
}
