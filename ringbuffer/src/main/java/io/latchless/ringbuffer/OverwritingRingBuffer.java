package io.latchless.ringbuffer;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.Backoff;
import io.latchless.primitives.internal.Arguments;
import io.latchless.primitives.internal.PaddedAtomicLong;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The newest elements of an endless stream: writers never wait and are never refused, the oldest
 * element makes room for the newest, and readers look without taking anything out.
 *
 * <pre>{@code
 * OverwritingRingBuffer<String> log = new OverwritingRingBuffer<>(1_000);
 * log.add(line);                         // from any thread
 * List<String> tail = log.newest(100);   // oldest of them first
 * log.overwritten();                     // how many lines are gone
 * }</pre>
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Producers, consumers<td>any number of writers and readers
 *   <tr><th scope="row">Bound<td>the capacity, any number from 1 to 2<sup>30</sup>: no reader is shown
 *       anything older
 *   <tr><th scope="row">Progress<td>{@code add}: lock-free; the readers: wait-free, in as many steps as
 *       elements are asked for
 *   <tr><th scope="row">Linearizable<td>{@code add} and {@code written} with each other; {@code newest}
 *       looks at one slot after the other, see there
 *   <tr><th scope="row">Happens-before<td>what a thread did before it added an element happens before what
 *       another does after it was shown that element
 *   <tr><th scope="row">Allocation<td>{@code add}: 24 bytes, the element's place in the stream; {@code
 *       newest(int)}: the list; {@code newest(int, Consumer)}: none
 *   <tr><th scope="row">Complexity<td>{@code add}: constant; {@code newest}: linear in what is asked for
 *   <tr><th scope="row">Memory<td>28 bytes for each slot once it has been used, of which there is a power of
 *       two, and about 330; up to that many of the newest elements are kept alive
 *   <tr><th scope="row">Null or false means<td>nothing here returns either
 * </table>
 *
 * @param <E> the type of the elements; null is refused
 */
public final class OverwritingRingBuffer<E> {
  /*
   * A writer claims the next position of the stream by compare-and-set, and then puts an entry that
   * carries the position into the position's slot, by compare-and-set against whatever older entry is
   * there. If a newer one is, the writer was overtaken by a whole lap: its element has been
   * overwritten before it was ever seen, and there is nothing left to do. Positions are never
   * wrapped, so an entry tells by itself whether it is the one that a reader looks for; element and
   * position are final fields of one object, so they cannot be torn. A writer that stops anywhere
   * leaves at worst one position that readers pass over until the next lap.
   *
   * The entry is written by a volatile read-modify-write and read with acquire: it publishes itself,
   * and nothing else depends on its order.
   */

  private static final VarHandle ENTRY = MethodHandles.arrayElementVarHandle(Entry[].class);
  private static final int LARGEST_CAPACITY = 1 << 30;

  /**
   * As long as for a ring's positions, but nothing at all lies between look and compare-and-set.
   */
  private static final Backoff BACKOFF = Backoff.atFirstLoss(12_000);

  private record Entry<E>(long position, E element) {}

  private final int capacity;
  private final long start;
  private final int mask;
  private final @Nullable Entry<?>[] entries;
  private final PaddedAtomicLong tail;

  /**
   * An empty ring.
   *
   * @param capacity how many elements are kept, from 1 to 2<sup>30</sup>
   * @throws IllegalArgumentException if {@code capacity} is out of these bounds
   */
  public OverwritingRingBuffer(int capacity) {
    this(capacity, 0);
  }

  /** Begins at any position, so that tests need not wait for an overflow. */
  OverwritingRingBuffer(int capacity, long start) {
    this.capacity = (int) Arguments.requireBetween(1, LARGEST_CAPACITY, capacity, "capacity");
    this.start = start;
    int slots = Ring.powerOfTwo(capacity);
    mask = slots - 1;
    entries = new Entry<?>[slots];
    tail = new PaddedAtomicLong(start);
  }

  /**
   * How many elements are kept.
   *
   * @return the capacity, as given to the constructor
   */
  public int capacity() {
    return capacity;
  }

  /**
   * Adds an element as the newest. Once the ring is full the oldest goes.
   *
   * @param element the element
   */
  public void add(E element) {
    requireNonNull(element, "element");
    Entry<E> entry = new Entry<>(claim(), element);
    int slot = (int) entry.position & mask;
    for (; ; ) {
      Entry<?> seen = entryAcquire(slot);
      if (seen != null && seen.position - entry.position > 0) {
        return;
      }
      if (ENTRY.compareAndSet(entries, slot, seen, entry)) {
        return;
      }
    }
  }

  private long claim() {
    int losses = 0;
    for (; ; ) {
      long position = tail.getAcquire();
      if (tail.compareAndSet(position, position + 1)) {
        return position;
      }
      BACKOFF.pause(losses++);
    }
  }

  /**
   * How many elements have been added.
   *
   * @return the number since the ring was made, those that are just being added included
   */
  public long written() {
    return tail.getVolatile() - start;
  }

  /**
   * How many elements had to make room for newer ones.
   *
   * @return the number since the ring was made; exact while nobody adds
   */
  public long overwritten() {
    return Math.max(0, written() - capacity);
  }

  /**
   * How many elements there are.
   *
   * @return from 0 to the capacity; exact while nobody adds
   */
  public int size() {
    return (int) Math.min(written(), capacity);
  }

  /**
   * The newest elements, oldest of them first.
   *
   * <p>The look begins at the stream's end as it is at the call. Every element is one that was
   * added, in the order in which they were, none twice. Left out are elements whose {@code add} has
   * not returned yet, if they are not there, and those that newer ones overwrite during the look.
   *
   * @param limit how many at most, from 0
   * @return a new list, which the caller may keep and change
   * @throws IllegalArgumentException if {@code limit} is negative
   */
  public List<E> newest(int limit) {
    Arguments.requireNotNegative(limit, "limit");
    List<E> found = new ArrayList<>(Math.min(limit, size()));
    var unused = newest(limit, found::add);
    return found;
  }

  /**
   * Shows the newest elements to a consumer, oldest of them first, and allocates nothing. Other
   * than that it is {@link #newest(int)}; a slow consumer misses more of what is overwritten
   * meanwhile.
   *
   * @param limit how many at most, from 0
   * @param consumer is shown the elements; what it throws ends the look and is passed on
   * @return how many it was shown
   * @throws IllegalArgumentException if {@code limit} is negative
   */
  public int newest(int limit, Consumer<? super E> consumer) {
    Arguments.requireNotNegative(limit, "limit");
    requireNonNull(consumer, "consumer");
    long end = tail.getVolatile();
    long count = Math.min(limit, Math.min(end - start, capacity));
    int shown = 0;
    for (long position = end - count; end - position > 0; position++) {
      Entry<?> entry = entryAcquire((int) position & mask);
      if (entry != null && entry.position == position) {
        consumer.accept(element(entry));
        shown++;
      }
    }
    return shown;
  }

  @SuppressWarnings("unchecked") // only add writes entries
  private E element(Entry<?> entry) {
    return (E) entry.element;
  }

  private @Nullable Entry<?> entryAcquire(int slot) {
    return (Entry<?>) ENTRY.getAcquire(entries, slot);
  }

  /**
   * What it holds, for a log line.
   *
   * @return for example {@code OverwritingRingBuffer[3 of 8, 0 overwritten]}
   */
  @Override
  public String toString() {
    return "OverwritingRingBuffer[%d of %d, %d overwritten]"
        .formatted(size(), capacity, overwritten());
  }
}
