package io.latchless.ringbuffer;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.Backoff;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The bounded queue that goes on whichever thread stops wherever: truly lock-free, for any number
 * of producers and consumers.
 *
 * <pre>{@code
 * RingBuffer<Event> events = new ScqRingBuffer<>(1_024);
 * events.offer(event);   // false: full
 * events.poll();         // null: empty
 * }</pre>
 *
 * <p>A thread that is descheduled, suspended or killed at any instruction of any operation leaves
 * the others all of their operations. The price, where nothing stops anybody: a quarter of the
 * throughput of {@link MpmcRingBuffer} where threads do nothing else, some four tenths of it for
 * one thread alone, some seven tenths where threads have work of their own, and some memory.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Producers, consumers<td>any number of each
 *   <tr><th scope="row">Bound<td>the capacity, any number from 1 to 2<sup>29</sup>, exactly; a false
 *       {@code offer} found it full, a null {@code poll} found it empty. An element that {@code fill}
 *       has asked its supplier for is put in even if others have taken the room meanwhile
 *   <tr><th scope="row">Progress<td>lock-free, every operation, as long as fewer than {@value #SPARE}
 *       threads are stopped for good in the middle of an operation; were there more, {@code offer}
 *       would say that it is full
 *   <tr><th scope="row">Linearizable<td>{@code offer}, {@code poll}, {@code peek}, {@code drain} element
 *       by element, {@code size}; {@code fill} element by element, but for the bound; iterators are
 *       weakly consistent
 *   <tr><th scope="row">Happens-before<td>what a thread did before it put an element in happens before
 *       what another does after it took or saw that element
 *   <tr><th scope="row">Allocation<td>none after construction, except iterators
 *   <tr><th scope="row">Complexity<td>constant; {@code contains}: linear
 *   <tr><th scope="row">Memory<td>about 20 bytes for each slot, of which there are {@value #SPARE} more than
 *       the capacity, in rings rounded up to powers of two, and about 1,890; an element that was taken
 *       is not kept alive
 *   <tr><th scope="row">Null or false means<td>{@code poll}, {@code peek}: empty; {@code offer}: full, and
 *       nothing was changed
 * </table>
 *
 * <p>Elements cannot be removed from the middle: {@code remove(Object)} and an iterator's {@code
 * remove} throw {@link UnsupportedOperationException}.
 *
 * <p>Source: Ruslan Nikolaev, "A Scalable, Portable, and Memory-Efficient Lock-Free FIFO Queue"
 * (DISC 2019): elements beside two rings of indices, one of the free ones and one of those in use.
 * Its SCQ rings draw tickets by fetch-and-add, so that losers need not repeat, and pay for it with
 * thresholds, safe bits and twice the slots. With {@link Backoff} there are few losers, so these
 * are the paper's simpler rings by compare-and-set, from which it starts.
 *
 * @param <E> the type of the elements
 */
public final class ScqRingBuffer<E> extends Ring<E> {
  /*
   * An index is in one of three places: in the ring of free ones, in the ring of those in use, or in
   * the hands of one thread, which alone then touches the element beside it. A producer takes a free
   * index, stores the element there and puts the index among those in use; a consumer takes it from
   * there, reads and clears the element, and puts the index back. The element needs no access mode of
   * its own: it is written before its index is put in, and read after the index was taken.
   *
   * The capacity is kept by positions of the ring in use, not by the number of indices. There are
   * more of those, so that threads in the middle of an operation, who keep an index in their hands,
   * neither make the queue look full when it is not, nor stop it.
   */

  private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(Object[].class);
  private static final int LARGEST_CAPACITY = 1 << 29;

  /** Indices beyond the capacity. */
  static final int SPARE = 64;

  private final @Nullable Object[] elements;
  private final IndexRing free;
  private final IndexRing used;

  /**
   * An empty queue.
   *
   * @param capacity how many elements there is room for, from 1 to 2<sup>29</sup>
   * @throws IllegalArgumentException if {@code capacity} is out of these bounds
   */
  public ScqRingBuffer(int capacity) {
    this(capacity, 0);
  }

  /** Begins at any position, so that tests need not wait for an overflow. */
  ScqRingBuffer(int capacity, long start) {
    super(capacity, LARGEST_CAPACITY);
    int indices = capacity + SPARE;
    int slots = powerOfTwo(indices);
    elements = new Object[indices];
    free = new IndexRing(slots, start, indices);
    used = new IndexRing(slots, start, 0);
    VarHandle.releaseFence(); // a queue handed over by a race is as complete as final fields are
  }

  @Override
  public boolean offer(E element) {
    requireNonNull(element, "element");
    if (used.hasAtLeast(capacity())) {
      return false;
    }
    int index = free.take();
    if (index == IndexRing.NONE) {
      return false;
    }
    elements[index] = element;
    if (used.putIfBelow(index, capacity())) {
      return true;
    }
    elements[index] = null;
    free.put(index);
    return false;
  }

  @Override
  public @Nullable E poll() {
    int index = used.take();
    return index == IndexRing.NONE ? null : take(index);
  }

  @Override
  public @Nullable E peek() {
    for (; ; ) {
      long position = used.headVolatile();
      int index = used.indexAt(position);
      E element = index == IndexRing.NONE ? null : elementAcquire(index);
      if (position == used.headVolatile()) {
        return element;
      }
    }
  }

  /** One at a time: several indices at once would have to be kept somewhere. */
  @Override
  int drainBatch(Consumer<? super E> consumer, int limit) {
    E element = poll();
    if (element == null) {
      return 0;
    }
    consumer.accept(element);
    return 1;
  }

  /**
   * With an element in hand there is no way back, so the last look at the capacity comes before.
   */
  @Override
  int fillBatch(Supplier<? extends E> supplier, int limit) {
    if (used.hasAtLeast(capacity())) {
      return 0;
    }
    int index = free.take();
    if (index == IndexRing.NONE) {
      return 0;
    }
    try {
      elements[index] = requireNonNull(supplier.get(), "element from supplier");
    } catch (RuntimeException | Error thrown) {
      free.put(index);
      throw thrown;
    }
    used.put(index);
    return 1;
  }

  /** What the owner of an index finds there. */
  @SuppressWarnings("unchecked") // only offer and fill write elements
  private E take(int index) {
    E element = (E) requireNonNull(elements[index]);
    elements[index] = null;
    free.put(index);
    return element;
  }

  @SuppressWarnings("unchecked") // only offer and fill write elements
  private @Nullable E elementAcquire(int index) {
    return (E) ELEMENT.getAcquire(elements, index);
  }

  @Override
  long headVolatile() {
    return used.headVolatile();
  }

  @Override
  long tailVolatile() {
    return used.tailVolatile();
  }

  @Override
  int holes() {
    return 0;
  }

  @Override
  @Nullable E elementAt(long position) {
    int index = used.indexAt(position);
    E element = index == IndexRing.NONE ? null : elementAcquire(index);
    return used.headVolatile() - position > 0 ? null : element;
  }

  @Override
  boolean removeAt(long position, E element) {
    throw new UnsupportedOperationException("elements leave a lock-free ring at its head only");
  }

  /**
   * Not supported: elements leave at the head only.
   *
   * @throws UnsupportedOperationException always
   */
  @Override
  public boolean remove(@Nullable Object element) {
    throw new UnsupportedOperationException("elements leave a lock-free ring at its head only");
  }
}
