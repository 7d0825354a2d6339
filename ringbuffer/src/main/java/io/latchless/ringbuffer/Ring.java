package io.latchless.ringbuffer;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.internal.Arguments;
import java.util.AbstractQueue;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What is the same in all rings whose elements stand at growing positions. */
abstract class Ring<E> extends AbstractQueue<E> implements RingBuffer<E> {
  private final int capacity;

  Ring(int capacity, int largest) {
    this.capacity = (int) Arguments.requireBetween(1, largest, capacity, "capacity");
  }

  /** Returns the smallest power of two that is not below {@code least}. */
  static int powerOfTwo(int least) {
    return least == 1 ? 1 : Integer.highestOneBit(least - 1) << 1;
  }

  /** Returns where the oldest element stands. */
  abstract long headVolatile();

  /** Returns where the next element will stand. */
  abstract long tailVolatile();

  /**
   * Puts up to a number of elements in from a supplier, which runs while nothing is claimed.
   *
   * @param each runs after each element that was put in
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

  /** Drains a queue over this ring, until what is in it at the moment has been taken. */
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

  /** Returns how many elements a {@code fill} that begins now puts in at most. */
  final int roomFor(int limit) {
    Arguments.requireNotNegative(limit, "limit");
    return Math.min(limit, capacity - size());
  }

  /** Takes out what is in at the moment; what comes meanwhile may stay. */
  @Override
  public final void clear() {
    var unused = drain(element -> {}, Integer.MAX_VALUE);
  }

  /**
   * Returns a weakly consistent spliterator, which does not know how many elements it will show.
   */
  @Override
  public final Spliterator<E> spliterator() {
    return spliterator(this);
  }

  static <E> Spliterator<E> spliterator(Iterable<E> queue) {
    return Spliterators.spliteratorUnknownSize(
        queue.iterator(), Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.CONCURRENT);
  }
}
