package io.latchless.benchmarks.history;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The JDK's lock-free deque. Beyond the capacity each writer removes the oldest element. A separate
 * counter tracks the size, because the deque would have to traverse all elements to compute it.
 */
final class DequeHistory<E> implements History<E> {
  private final ConcurrentLinkedDeque<E> deque = new ConcurrentLinkedDeque<>();
  private final AtomicLong written = new AtomicLong();
  private final int capacity;

  DequeHistory(int capacity) {
    this.capacity = capacity;
  }

  @Override
  public void add(E element) {
    deque.addLast(element);
    if (written.incrementAndGet() > capacity) {
      var oldest = deque.pollFirst();
      assert oldest != null;
    }
  }

  @Override
  public List<E> newest(int limit) {
    int most = Math.min(limit, capacity);
    List<E> found = new ArrayList<>(most);
    Iterator<E> backwards = deque.descendingIterator();
    while (found.size() < most && backwards.hasNext()) {
      found.add(backwards.next());
    }
    Collections.reverse(found);
    return found;
  }

  @Override
  public long overwritten() {
    return Math.max(0, written.get() - capacity);
  }
}
