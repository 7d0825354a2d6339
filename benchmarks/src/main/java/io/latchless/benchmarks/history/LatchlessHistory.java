package io.latchless.benchmarks.history;

import io.latchless.ringbuffer.OverwritingRingBuffer;
import java.util.List;

/** Adapts an {@link OverwritingRingBuffer}. */
record LatchlessHistory<E>(OverwritingRingBuffer<E> ring) implements History<E> {
  @Override
  public void add(E element) {
    ring.add(element);
  }

  @Override
  public List<E> newest(int limit) {
    return ring.newest(limit);
  }

  @Override
  public long overwritten() {
    return ring.overwritten();
  }
}
