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
 * Keeps the newest elements of an endless stream. Writers never wait and are never refused: the
 * oldest element makes room for the newest. Readers look without taking anything out.
 *
 * <pre>{@code
 * OverwritingRingBuffer<String> log = new OverwritingRingBuffer<>(1_000);
 * log.add(line);                         // from any thread
 * List<String> tail = log.newest(100);   // the oldest of them first
 * log.overwritten();                     // how many lines are gone
 * }</pre>
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Producers, consumers<td>any number of writers and readers
 *   <tr><th scope="row">Bound<td>the capacity, any number from 1 to 2<sup>30</sup>: readers see no
 *       older elements
 *   <tr><th scope="row">Progress<td>{@code add} is lock-free; readers are wait-free, in as many
 *       steps as the elements that they ask for
 *   <tr><th scope="row">Linearizable<td>{@code add} and {@code written} with each other; {@code
 *       newest} reads one slot after the other, see there; {@code size} and {@code overwritten} are
 *       exact while no thread adds
 *   <tr><th scope="row">Happens-before<td>actions before an element is added happen before actions
 *       after another thread has seen that element
 *   <tr><th scope="row">Allocation<td>{@code add}: 24 bytes, the element's place in the stream;
 *       {@code newest(int)}: the list; {@code newest(int, Consumer)}: none
 *   <tr><th scope="row">Complexity<td>{@code add}: constant; {@code newest}: linear in the limit
 *   <tr><th scope="row">Memory<td>28 bytes for each slot once it has been used, the number of slots
 *       a power of two, and about 330; up to that many of the newest elements stay reachable
 *   <tr><th scope="row">Null or false means<td>no method returns either
 * </table>
 *
 * @param <E> the type of the elements; null is refused
 * @since 0.1.0
 */
public final class OverwritingRingBuffer<E> {
  /*
   * WRITERS. A writer claims the next position of the stream by compare-and-set. It then stores an
   * entry, which carries the position, into the position's slot, by compare-and-set against the
   * older entry there. If the slot holds a newer entry, the writer was overtaken by a whole lap.
   * Its element was overwritten before any reader saw it, and nothing is left to do.
   *
   * READERS. Positions never wrap, so an entry itself tells whether it is the one that a reader
   * looks for. Element and position are final fields of one object, so a reader never sees a torn
   * pair. A writer that stops anywhere leaves at worst one position that readers pass over until
   * the next lap.
   *
   *     capacity 4, next position 14     slot      [0]      [1]      [2]      [3]
   *                                      entry    12: d   13: e     10: b    11: c
   *                                                                 newest(4) is b, c, d, e
   *
   * ORDER. The entry is written by a volatile read-modify-write and read with acquire. It publishes
   * itself, and nothing else depends on its order.
   */

  private static final VarHandle ENTRY = MethodHandles.arrayElementVarHandle(Entry[].class);
  private static final int LARGEST_CAPACITY = 1 << 30;

  /**
   * As long as for a ring's positions, but at the first loss: nothing lies between read and
   * compare-and-set.
   */
  private static final Backoff BACKOFF = Backoff.atFirstLoss(12_000);

  private record Entry<E>(long position, E element) {}

  private final int capacity;
  private final long start;
  private final int mask;
  private final @Nullable Entry<?>[] entries;
  private final PaddedAtomicLong tail;

  /**
   * Creates an empty ring.
   *
   * @param capacity how many elements the ring keeps, from 1 to 2<sup>30</sup>
   * @throws IllegalArgumentException if {@code capacity} is out of these bounds
   */
  public OverwritingRingBuffer(int capacity) {
    this(capacity, 0);
  }

  /** Starts at any position, so that tests need not wait for an overflow. */
  OverwritingRingBuffer(int capacity, long start) {
    this.capacity = (int) Arguments.requireBetween(1, LARGEST_CAPACITY, capacity, "capacity");
    this.start = start;
    int slots = Ring.powerOfTwo(capacity);
    mask = slots - 1;
    entries = new Entry<?>[slots];
    tail = new PaddedAtomicLong(start);
  }

  /**
   * Returns how many elements the ring keeps.
   *
   * @return the capacity, as given to the constructor
   */
  public int capacity() {
    return capacity;
  }

  /**
   * Adds an element as the newest. If the ring is full, the oldest one goes.
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
   * Returns how many elements have been added since the ring was created.
   *
   * @return the count, including elements whose {@code add} has not returned yet
   */
  public long written() {
    return tail.getVolatile() - start;
  }

  /**
   * Returns how many elements have made room for newer ones since the ring was created.
   *
   * @return the count; exact while no thread adds
   */
  public long overwritten() {
    return Math.max(0, written() - capacity);
  }

  /**
   * Returns how many elements the ring holds.
   *
   * @return from 0 to the capacity; exact while no thread adds
   */
  public int size() {
    return (int) Math.min(written(), capacity);
  }

  /**
   * Returns the newest elements, the oldest of them first.
   *
   * <p>The call looks back from the end that the stream has when it starts. It returns only
   * elements that were added, in the order in which they were added, none of them twice. Missing
   * are elements whose {@code add} has not stored them yet, and elements that newer ones overwrite
   * during the call.
   *
   * @param limit the most elements to return, at least 0
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
   * Hands the newest elements to a consumer, the oldest of them first, without allocating.
   * Otherwise it is like {@link #newest(int)}; a slow consumer misses more of the elements that are
   * overwritten meanwhile.
   *
   * @param limit the most elements to show, at least 0
   * @param consumer receives the elements, on the calling thread; an exception that it throws ends
   *     the call and is passed on
   * @return how many elements the consumer received
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
   * Returns the counts, for a log line.
   *
   * @return for example {@code OverwritingRingBuffer[3 of 8, 0 overwritten]}
   */
  @Override
  public String toString() {
    return "OverwritingRingBuffer[%d of %d, %d overwritten]"
        .formatted(size(), capacity, overwritten());
  }
}
