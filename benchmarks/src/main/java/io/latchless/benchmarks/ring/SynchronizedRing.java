package io.latchless.benchmarks.ring;

import static java.util.Objects.requireNonNull;

import io.latchless.ringbuffer.RingBuffer;
import java.util.AbstractQueue;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A circular array behind a monitor, as one would write it without a library. */
final class SynchronizedRing<E> extends AbstractQueue<E> implements RingBuffer<E> {
  private final @Nullable Object[] elements;
  private int head;
  private int size;

  SynchronizedRing(int capacity) {
    elements = new Object[capacity];
  }

  @Override
  public int capacity() {
    return elements.length;
  }

  @Override
  public synchronized boolean offer(E element) {
    requireNonNull(element);
    if (size == elements.length) {
      return false;
    }
    int end = head + size;
    elements[end < elements.length ? end : end - elements.length] = element;
    size++;
    return true;
  }

  @Override
  public synchronized @Nullable E poll() {
    E element = peek();
    if (element != null) {
      elements[head] = null;
      head = head + 1 < elements.length ? head + 1 : 0;
      size--;
    }
    return element;
  }

  @Override
  public synchronized @Nullable E pollIfFull() {
    return size == elements.length ? poll() : null;
  }

  @Override
  @SuppressWarnings("unchecked") // only offer writes elements
  public synchronized @Nullable E peek() {
    return (E) elements[head];
  }

  @Override
  public int drain(Consumer<? super E> consumer, int limit) {
    int drained = 0;
    synchronized (this) {
      while (drained < limit) {
        E next = poll();
        if (next == null) {
          break;
        }
        consumer.accept(next);
        drained++;
      }
    }
    return drained;
  }

  @Override
  public int fill(Supplier<? extends E> supplier, int limit) {
    int filled = 0;
    synchronized (this) {
      while (filled < limit && size < elements.length) {
        var room = offer(supplier.get());
        assert room;
        filled++;
      }
    }
    return filled;
  }

  @Override
  public synchronized int size() {
    return size;
  }

  @Override
  public synchronized Iterator<E> iterator() {
    ArrayList<E> copy = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      copy.add(at((head + i) % elements.length));
    }
    return copy.iterator();
  }

  @SuppressWarnings({"unchecked", "NullAway"}) // slots between head and tail hold elements
  private E at(int index) {
    return (E) elements[index];
  }
}
