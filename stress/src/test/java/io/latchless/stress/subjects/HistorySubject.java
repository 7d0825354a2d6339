package io.latchless.stress.subjects;

import io.latchless.ringbuffer.OverwritingRingBuffer;
import java.util.Arrays;

/** The newest elements of a stream of numbers: the library's history or a rogue. */
public interface HistorySubject {
  void add(int element);

  /** Returns the newest elements, oldest first. */
  int[] newest(int limit);

  int size();

  long written();

  long overwritten();

  /** Adapts the library's ring. */
  static HistorySubject of(OverwritingRingBuffer<Integer> ring) {
    return new HistorySubject() {
      @Override
      public void add(int element) {
        ring.add(element);
      }

      @Override
      public int[] newest(int limit) {
        int[] newest = new int[limit];
        int[] shown = {0};
        ring.newest(limit, element -> newest[shown[0]++] = element);
        return Arrays.copyOf(newest, shown[0]);
      }

      @Override
      public int size() {
        return ring.size();
      }

      @Override
      public long written() {
        return ring.written();
      }

      @Override
      public long overwritten() {
        return ring.overwritten();
      }
    };
  }
}
