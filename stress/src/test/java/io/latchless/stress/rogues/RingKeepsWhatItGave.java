package io.latchless.stress.rogues;

import io.latchless.stress.soak.AccountingRoguesTest;
import java.util.AbstractQueue;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Advances its head and leaves the element in the slot until the next lap. */
@Rogue(
    trap = "a slot that is not cleared keeps its element alive",
    caughtBy = AccountingRoguesTest.class)
public final class RingKeepsWhatItGave<E> extends AbstractQueue<E> {
  private final List<@Nullable E> slots;
  private long head;
  private long tail;

  @SuppressWarnings("unchecked") // an empty array holds nothing of another type
  public RingKeepsWhatItGave(int capacity) {
    slots = (List<@Nullable E>) Arrays.asList(new @Nullable Object[capacity]);
  }

  @Override
  public synchronized boolean offer(E element) {
    if (size() == slots.size()) {
      return false;
    }
    slots.set(slot(tail++), element);
    return true;
  }

  @Override
  public synchronized @Nullable E poll() {
    return size() == 0 ? null : slots.get(slot(head++));
  }

  @Override
  public synchronized @Nullable E peek() {
    return size() == 0 ? null : slots.get(slot(head));
  }

  @Override
  public synchronized int size() {
    return (int) (tail - head);
  }

  @Override
  public Iterator<E> iterator() {
    throw new UnsupportedOperationException("no test polls this rogue");
  }

  private int slot(long position) {
    return (int) (position % slots.size());
  }
}
