package io.latchless.stress.subjects;

import io.latchless.ringbuffer.BlockingRingBuffer;
import io.latchless.ringbuffer.RingBufferClosedException;
import io.latchless.stress.soak.Rest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A blocking queue of non-negative numbers: the library's or a rogue. */
public interface BlockingSubject {
  /** Taken instead of an element on timeout, or if the queue is closed and drained. */
  int NOTHING = RingSubject.NOTHING;

  /** Longer than any test. */
  Duration A_DAY = Duration.ofDays(1);

  /** Adds an element; false on timeout, or if the queue is closed. */
  boolean offer(int element, Duration timeout) throws InterruptedException;

  int poll(Duration timeout) throws InterruptedException;

  /** Adds an element, waiting for room; false if the queue is closed. */
  default boolean put(int element) throws InterruptedException {
    return offer(element, A_DAY);
  }

  default int take() throws InterruptedException {
    return poll(A_DAY);
  }

  void close();

  /** Returns the number of waiting threads. */
  int waiterCount();

  int size();

  /**
   * Returns the objections to the queue at rest with the given numbers of parked threads; empty if
   * the subject cannot check itself.
   */
  default List<String> objectionsAtRest(int consumers, int producers) {
    return List.of();
  }

  /** Adapts the library's queue. */
  static BlockingSubject of(BlockingRingBuffer<Integer> ring) {
    return new BlockingSubject() {
      @Override
      public boolean offer(int element, Duration timeout) throws InterruptedException {
        try {
          return ring.offer(element, timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RingBufferClosedException closed) {
          return false;
        }
      }

      @Override
      public int poll(Duration timeout) throws InterruptedException {
        Integer element = ring.poll(timeout.toNanos(), TimeUnit.NANOSECONDS);
        return element == null ? NOTHING : element;
      }

      @Override
      public boolean put(int element) throws InterruptedException {
        try {
          ring.put(element);
          return true;
        } catch (RingBufferClosedException closed) {
          return false;
        }
      }

      @Override
      public int take() throws InterruptedException {
        try {
          return ring.take();
        } catch (RingBufferClosedException drained) {
          return NOTHING;
        }
      }

      @Override
      public void close() {
        ring.close();
      }

      @Override
      public int waiterCount() {
        return ring.waiterCount();
      }

      @Override
      public int size() {
        return ring.size();
      }

      @Override
      public List<String> objectionsAtRest(int consumers, int producers) {
        return Rest.objections(ring, consumers, producers);
      }
    };
  }
}
