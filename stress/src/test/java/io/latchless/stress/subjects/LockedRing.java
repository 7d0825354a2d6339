package io.latchless.stress.subjects;

import io.latchless.ringbuffer.RingBuffer;
import java.util.AbstractQueue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A ring under a lock, whose bulk operations are the loops that the interface names. */
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
  public synchronized @Nullable E peek() {
    return elements.peek();
  }

  @Override
  public synchronized int size() {
    return elements.size();
  }

  @Override
  public Iterator<E> iterator() {
    List<E> shown;
    synchronized (this) {
      shown = new ArrayList<>(elements);
    }
    return shown.iterator();
  }
}
