package io.latchless.benchmarks.history;

import io.latchless.ringbuffer.OverwritingRingBuffer;
import java.util.List;

/**
 * The operations of an {@link OverwritingRingBuffer}, for ours, the mutexes and the peer.
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
