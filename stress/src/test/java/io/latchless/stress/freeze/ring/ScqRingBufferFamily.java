package io.latchless.stress.freeze.ring;

import io.latchless.ringbuffer.ScqRingBuffer;

/** {@link ScqRingBuffer}. */
public final class ScqRingBufferFamily extends RingFamily {
  ScqRingBufferFamily() {
    super(ScqRingBuffer::new);
  }
}
