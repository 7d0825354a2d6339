package io.latchless.stress.rogues;

import io.latchless.stress.lincheck.RingRoguesTest;
import io.latchless.stress.subjects.HistorySubject;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** Keeps element and position in separate words: a reader may combine two laps. */
@Rogue(trap = "a torn slot in a read of the history", caughtBy = RingRoguesTest.class)
public final class HistoryWithTornSlots implements HistorySubject {
  private static final long NEVER = -1;

  private final AtomicLong tail = new AtomicLong();
  private final AtomicLongArray positions;
  private final AtomicIntegerArray elements;

  public HistoryWithTornSlots(int capacity) {
    positions = new AtomicLongArray(capacity);
    elements = new AtomicIntegerArray(capacity);
    for (int i = 0; i < capacity; i++) {
      positions.set(i, NEVER);
    }
  }

  @Override
  public void add(int element) {
    long position = tail.getAndIncrement();
    int slot = slot(position);
    elements.set(slot, element);
    positions.set(slot, position);
  }

  @Override
  public int[] newest(int limit) {
    long end = tail.get();
    int[] newest = new int[Math.min(limit, elements.length())];
    int shown = 0;
    for (long position = Math.max(0, end - newest.length); position < end; position++) {
      int slot = slot(position);
      if (positions.get(slot) == position) {
        newest[shown++] = elements.get(slot);
      }
    }
    return Arrays.copyOf(newest, shown);
  }

  @Override
  public int size() {
    return (int) Math.min(written(), elements.length());
  }

  @Override
  public long written() {
    return tail.get();
  }

  @Override
  public long overwritten() {
    return Math.max(0, written() - elements.length());
  }

  private int slot(long position) {
    return (int) (position % elements.length());
  }
}
