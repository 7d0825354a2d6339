package io.latchless.benchmarks.history;

import io.latchless.ringbuffer.OverwritingRingBuffer;
import java.util.List;

/**
 * What an {@link OverwritingRingBuffer} does, for ours, the mutexes and the peer alike.
 *
 * @param <E> the type of the elements
 */
public interface History<E> {
  /** See {@link OverwritingRingBuffer#add}. */
  void add(E element);

  /** See {@link OverwritingRingBuffer#newest(int)}. */
  List<E> newest(int limit);

  /** See {@link OverwritingRingBuffer#overwritten}. */
  long overwritten();
}
