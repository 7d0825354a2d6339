package io.latchless.ringbuffer;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.internal.Arguments;
import java.util.AbstractQueue;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Base of the rings whose elements have growing positions. */
abstract class Ring<E> extends AbstractQueue<E> implements RingBuffer<E> {
  private final int capacity;

  Ring(int capacity, int largest) {
    this.capacity = (int) Arguments.requireBetween(1, largest, capacity, "capacity");
  }

  /** Returns the smallest power of two that is at least {@code least}. */
  static int powerOfTwo(int least) {
    return least == 1 ? 1 : Integer.highestOneBit(least - 1) << 1;
  }

  /** Returns the position of the oldest element. */
  abstract long headVolatile();

  /** Returns the position of the next element to be added. */
  abstract long tailVolatile();

  /**
   * Adds up to {@code room} elements from a supplier, which runs while nothing is claimed.
   *
   * @param each runs after each element that was added
   */
  abstract int fillUpTo(int room, Supplier<? extends E> supplier, Runnable each);

  @Override
  public final int capacity() {
    return capacity;
  }

  @Override
  public int size() {
    for (; ; ) {
      long head = headVolatile();
      long size = tailVolatile() - head;
      if (head == headVolatile()) {
        return (int) Math.max(0, Math.min(size, capacity));
      }
    }
  }

  @Override
  public final int drain(Consumer<? super E> consumer, int limit) {
    return drain(this, consumer, limit);
  }

  /**
   * Drains a queue on top of this ring, until the elements that the ring held at the call are gone.
   */
  final int drain(RingBuffer<E> queue, Consumer<? super E> consumer, int limit) {
    requireNonNull(consumer, "consumer");
    Arguments.requireNotNegative(limit, "limit");
    long end = tailVolatile();
    int drained = 0;
    while (drained < limit && headVolatile() - end < 0) {
      E element = queue.poll();
      if (element == null) {
        break;
      }
      consumer.accept(element);
      drained++;
    }
    return drained;
  }

  @Override
  public final int fill(Supplier<? extends E> supplier, int limit) {
    requireNonNull(supplier, "supplier");
    return fillUpTo(roomFor(limit), supplier, Ring::wakeNothing);
  }

  private static void wakeNothing() {}

  /** Returns the most elements that a {@code fill} that starts at this call may add. */
  final int roomFor(int limit) {
    Arguments.requireNotNegative(limit, "limit");
    return Math.min(limit, capacity - size());
  }

  /** Removes the elements that the queue holds at the call; later ones may stay. */
  @Override
  public final void clear() {
    var unused = drain(element -> {}, Integer.MAX_VALUE);
  }

  /** Returns a weakly consistent spliterator, which does not know its size. */
  @Override
  public final Spliterator<E> spliterator() {
    return spliterator(this);
  }

  static <E> Spliterator<E> spliterator(Iterable<E> queue) {
    return Spliterators.spliteratorUnknownSize(
        queue.iterator(), Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.CONCURRENT);
  }
}
