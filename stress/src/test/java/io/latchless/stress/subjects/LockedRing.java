package io.latchless.stress.subjects;

import io.latchless.ringbuffer.RingBuffer;
import java.util.AbstractQueue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A ring under a lock, with the reference loops of the interface as bulk operations. */
public class LockedRing<E> extends AbstractQueue<E> implements RingBuffer<E> {
  private final int capacity;
  private final Deque<E> elements = new ArrayDeque<>();

  public LockedRing(int capacity) {
    this.capacity = capacity;
  }

  @Override
  public final int capacity() {
    return capacity;
  }

  @Override
  public int drain(Consumer<? super E> consumer, int limit) {
    int drained = 0;
    for (E e; drained < limit && (e = poll()) != null; drained++) {
      consumer.accept(e);
    }
    return drained;
  }

  @Override
  public int fill(Supplier<? extends E> supplier, int limit) {
    int filled = 0;
    while (filled < limit && size() < capacity && offer(supplier.get())) {
      filled++;
    }
    return filled;
  }

  @Override
  public synchronized boolean offer(E element) {
    return elements.size() < capacity && elements.add(element);
  }

  @Override
  public synchronized @Nullable E poll() {
    return elements.poll();
  }

  @Override
  public synchronized @Nullable E pollIfFull() {
    return elements.size() == capacity ? elements.poll() : null;
  }

  @Override
  public synchronized @Nullable E peek() {
    return elements.peek();
  }

  @Override
  public synchronized int size() {
    return elements.size();
  }

  /** Compares identities, so that no user code runs under the lock. */
  @Override
  public synchronized boolean remove(@Nullable Object element) {
    for (Iterator<E> each = elements.iterator(); each.hasNext(); ) {
      if (each.next() == element) {
        each.remove();
        return true;
      }
    }
    return false;
  }

  /** Iterates over the elements present at the call, and does not support removal. */
  @Override
  public synchronized Iterator<E> iterator() {
    return List.copyOf(elements).iterator();
  }
}
