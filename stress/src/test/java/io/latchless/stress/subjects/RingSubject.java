package io.latchless.stress.subjects;

import io.latchless.ringbuffer.RingBuffer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A bounded queue of non-negative numbers: the library's or a rogue. */
public interface RingSubject {
  /** Returned by {@link #poll} and {@link #peek} if the queue is empty. */
  int NOTHING = -1;

  boolean offer(int element);

  int poll();

  int peek();

  int size();

  /** Adds consecutive numbers and returns how many; singly if the subject has no batches. */
  default int fill(int first, int limit) {
    int filled = 0;
    while (filled < limit && offer(first + filled)) {
      filled++;
    }
    return filled;
  }

  /** Takes numbers out; singly if the subject has no batches. */
  default int[] drain(int limit) {
    IntStream.Builder drained = IntStream.builder();
    for (int i = 0, element; i < limit && (element = poll()) != NOTHING; i++) {
      drained.add(element);
    }
    return drained.build().toArray();
  }

  /** Adapts a ring of the library. */
  static RingSubject of(RingBuffer<Integer> ring) {
    return new RingSubject() {
      @Override
      public boolean offer(int element) {
        return ring.offer(element);
      }

      @Override
      public int poll() {
        return orNothing(ring.poll());
      }

      @Override
      public int peek() {
        return orNothing(ring.peek());
      }

      @Override
      public int size() {
        return ring.size();
      }

      @Override
      public int fill(int first, int limit) {
        int[] next = {first};
        return ring.fill(() -> next[0]++, limit);
      }

      @Override
      public int[] drain(int limit) {
        IntStream.Builder drained = IntStream.builder();
        ring.drain(drained::add, limit);
        return drained.build().toArray();
      }
    };
  }

  private static int orNothing(@Nullable Integer element) {
    return element == null ? NOTHING : element;
  }
}
