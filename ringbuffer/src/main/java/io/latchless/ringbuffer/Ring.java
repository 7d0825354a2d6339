package io.latchless.ringbuffer;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.internal.Arguments;
import java.util.AbstractQueue;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is the same in all rings whose elements stand at growing positions. */
abstract class Ring<E> extends AbstractQueue<E> implements RingBuffer<E> {
  /** Elements that a batch holds at most. */
  static final int BATCH = 8;

  private final int capacity;

  Ring(int capacity, int largest) {
    this.capacity = (int) Arguments.requireBetween(1, largest, capacity, "capacity");
  }

  /** The smallest power of two that is not below {@code least}. */
  static int powerOfTwo(int least) {
    return least == 1 ? 1 : Integer.highestOneBit(least - 1) << 1;
  }

  /** Where the oldest element stands. */
  abstract long headVolatile();

  /** Where the next element will stand. */
  abstract long tailVolatile();

  /** How many positions between head and tail hold nothing. */
  abstract int holes();

  /** What stood at a position when the head had not yet passed it, or null if nothing did. */
  abstract @Nullable E elementAt(long position);

  /** Takes an element out from the middle; false if it is gone. */
  abstract boolean removeAt(long position, E element);

  /** Takes up to {@value #BATCH} elements; 0 if there are none. */
  abstract int drainBatch(Consumer<? super E> consumer, int limit);

  /** Puts up to {@value #BATCH} elements in; 0 if there is no room. */
  abstract int fillBatch(Supplier<? extends E> supplier, int limit);

  @Override
  public final int capacity() {
    return capacity;
  }

  @Override
  public final int size() {
    for (; ; ) {
      long head = headVolatile();
      long size = tailVolatile() - head - holes();
      if (head == headVolatile()) {
        return (int) Math.max(0, Math.min(size, capacity));
      }
    }
  }

  @Override
  public final boolean isEmpty() {
    return size() == 0;
  }

  @Override
  public final int drain(Consumer<? super E> consumer, int limit) {
    requireNonNull(consumer, "consumer");
    Arguments.requireNotNegative(limit, "limit");
    int drained = 0;
    while (drained < limit) {
      int batch = drainBatch(consumer, Math.min(limit - drained, BATCH));
      if (batch == 0) {
        break;
      }
      drained += batch;
    }
    return drained;
  }

  @Override
  public final int fill(Supplier<? extends E> supplier, int limit) {
    requireNonNull(supplier, "supplier");
    Arguments.requireNotNegative(limit, "limit");
    int filled = 0;
    while (filled < limit) {
      int batch = fillBatch(supplier, Math.min(limit - filled, BATCH));
      if (batch == 0) {
        break;
      }
      filled += batch;
    }
    return filled;
  }

  @Override
  public final boolean contains(@Nullable Object element) {
    return element != null && super.contains(element);
  }

  @Override
  public final Iterator<E> iterator() {
    return new WeaklyConsistent();
  }

  /** Walks from the head to where the tail was at the beginning. */
  private final class WeaklyConsistent implements Iterator<E> {
    private final long end = tailVolatile();
    private long position = headVolatile();
    private @Nullable E next;
    private long shownAt;
    private @Nullable E shown;

    WeaklyConsistent() {
      advance();
    }

    private void advance() {
      long head = headVolatile();
      if (head - position > 0) {
        position = head;
      }
      next = null;
      while (next == null && end - position > 0) {
        next = elementAt(position++);
      }
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public E next() {
      E element = next;
      if (element == null) {
        throw new NoSuchElementException("the iterator is at the end");
      }
      shown = element;
      shownAt = position - 1;
      advance();
      return element;
    }

    @Override
    public void remove() {
      E element = shown;
      if (element == null) {
        throw new IllegalStateException("next has not been called since the last removal");
      }
      shown = null;
      var unused = removeAt(shownAt, element);
    }
  }
}
