package io.latchless.stress.rogues;

import io.latchless.stress.soak.AccountingRoguesTest;
import io.latchless.stress.subjects.HistorySubject;
import java.util.ArrayDeque;
import java.util.Deque;

/** A queue used as a history: a reader removes the elements that it reads. */
@Rogue(trap = "reading the history consumes it", caughtBy = AccountingRoguesTest.class)
public final class HistoryThatConsumes implements HistorySubject {
  private final int capacity;
  private final Deque<Integer> kept = new ArrayDeque<>();
  private long written;
  private long overwritten;

  public HistoryThatConsumes(int capacity) {
    this.capacity = capacity;
  }

  @Override
  public synchronized void add(int element) {
    if (kept.size() == capacity) {
      kept.removeFirst();
      overwritten++;
    }
    kept.addLast(element);
    written++;
  }

  @Override
  public synchronized int[] newest(int limit) {
    int[] newest = new int[Math.min(limit, kept.size())];
    for (int i = newest.length; i-- > 0; ) {
      newest[i] = kept.removeLast();
    }
    return newest;
  }

  @Override
  public synchronized int size() {
    return kept.size();
  }

  @Override
  public synchronized long written() {
    return written;
  }

  @Override
  public synchronized long overwritten() {
    return overwritten;
  }
}
