package io.latchless.ringbuffer;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.Backoff;
import io.latchless.primitives.internal.StackRoom;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The bounded queue that goes on whichever thread stops wherever: truly lock-free, for any number
 * of producers and consumers.
 *
 * <pre>{@code
 * RingBuffer<Event> events = new LockFreeRingBuffer<>(1_024);
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
public final class LockFreeRingBuffer<E> extends Ring<E> {
  /*
   * An index is in one of three places: in the ring of free ones, in the ring of those in use, or in
   * the hands of one thread, which alone then touches the element beside it. A producer takes a free
   * index, stores the element there and puts the index among those in use; a consumer takes it from
   * there, reads and clears the element, and puts the index back. The element needs no access mode of
   * its own: it is written before its index is put in, and read after the index was taken.
   *
   * The capacity is kept by positions of the ring in use, not by the number of indices. There are
   * more of those, so that threads in the middle of an operation, each with an index in its hands,
   * neither make the queue look full when it is not, nor stop it. A supplier is user code: it runs
   * with a free index in hand, which holds nothing up and goes back if the supplier throws.
   *
   * A STACK OVERFLOW in the middle of an operation must not lose an index. It may strike wherever a
   * method is called, and its handler cannot call one either. So the handler marks the index as
   * stranded by plain stores, and the next producer that finds no free index takes it from there. A
   * poll has its element by then and returns it. Each operation has run once before the first queue
   * is used, because the first execution of an access by VarHandle needs far more stack.
   */

  private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(Object[].class);
  private static final VarHandle STRANDED = MethodHandles.arrayElementVarHandle(boolean[].class);
  private static final int LARGEST_CAPACITY = 1 << 29;

  /** Indices beyond the capacity. */
  static final int SPARE = 64;

  private static final String HEAD_ONLY = "elements leave a lock-free ring at its head only";

  static {
    runOnce();
  }

  /** The indices that a stack overflow has kept from going back. */
  private static final class Stranded {
    final boolean[] indices;
    volatile boolean any;

    Stranded(int count) {
      indices = new boolean[count];
    }
  }

  private final @Nullable Object[] elements;
  private final IndexRing free;
  private final IndexRing used;
  private final Stranded stranded;

  /**
   * An empty queue.
   *
   * @param capacity how many elements there is room for, from 1 to 2<sup>29</sup>
   * @throws IllegalArgumentException if {@code capacity} is out of these bounds
   */
  public LockFreeRingBuffer(int capacity) {
    this(capacity, 0);
  }

  /** Begins at any position, so that tests need not wait for an overflow. */
  LockFreeRingBuffer(int capacity, long start) {
    super(capacity, LARGEST_CAPACITY);
    int indices = capacity + SPARE;
    int slots = powerOfTwo(indices);
    elements = new Object[indices];
    free = new IndexRing(slots, start, indices);
    used = new IndexRing(slots, start, 0);
    stranded = new Stranded(indices);
    VarHandle.releaseFence(); // a queue handed over by a race is as complete as final fields are
  }

  /** Links all accesses by VarHandle, which takes more stack than the operations themselves. */
  private static void runOnce() {
    LockFreeRingBuffer<String> ring = new LockFreeRingBuffer<>(1);
    ring.offer("first");
    ring.offer("refused");
    ring.peek();
    ring.poll();
    ring.fill(() -> "second", 1);
    ring.clear();
  }

  @Override
  public boolean offer(E element) {
    requireNonNull(element, "element");
    if (used.hasAtLeast(capacity())) {
      return false;
    }
    int index = takeFree();
    if (index == IndexRing.NONE) {
      return false;
    }
    try {
      elements[index] = element;
      if (used.putIfBelow(index, capacity())) {
        return true;
      }
      elements[index] = null;
      free.put(index);
      return false;
    } catch (StackOverflowError overflow) {
      elements[index] = null;
      stranded.indices[index] = true;
      stranded.any = true;
      throw overflow;
    }
  }

  private int takeFree() {
    int index = free.take();
    return index == IndexRing.NONE && stranded.any ? takeStranded() : index;
  }

  private int takeStranded() {
    for (int index = 0; index < stranded.indices.length; index++) {
      if (STRANDED.compareAndSet(stranded.indices, index, true, false)) {
        return index;
      }
    }
    return free.take();
  }

  @Override
  @SuppressWarnings("unchecked") // only offer and fill write elements
  public @Nullable E poll() {
    int index = used.take();
    if (index == IndexRing.NONE) {
      return null;
    }
    E element = (E) elements[index];
    elements[index] = null;
    try {
      free.put(index);
    } catch (StackOverflowError overflow) {
      stranded.indices[index] = true;
      stranded.any = true;
    }
    return element;
  }

  /**
   * Looks again where a position has an index and no element: its taker has claimed it, and clears
   * the element before the claim is visible here. That is no verdict about the queue.
   */
  @Override
  public @Nullable E peek() {
    for (; ; ) {
      long position = used.headVolatile();
      int index = used.indexAt(position);
      E element = index == IndexRing.NONE ? null : elementAcquire(index);
      if (position == used.headVolatile() && (element != null || index == IndexRing.NONE)) {
        return element;
      }
    }
  }

  @Override
  int fillUpTo(int room, Supplier<? extends E> supplier, Runnable each) {
    StackRoom.requireSome();
    int filled = 0;
    while (filled < room && fillOne(supplier)) {
      filled++;
      each.run();
    }
    return filled;
  }

  /**
   * With an element in hand there is no way back, so the last look at the capacity comes before.
   */
  private boolean fillOne(Supplier<? extends E> supplier) {
    if (used.hasAtLeast(capacity())) {
      return false;
    }
    int index = takeFree();
    if (index == IndexRing.NONE) {
      return false;
    }
    E element = null;
    try {
      element = requireNonNull(supplier.get(), "element from supplier");
    } finally {
      if (element == null) {
        free.put(index);
      }
    }
    elements[index] = element;
    used.put(index);
    return true;
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

  /** Returns what stood at a position when the head had not yet passed it, or null. */
  private @Nullable E elementAt(long position) {
    int index = used.indexAt(position);
    E element = index == IndexRing.NONE ? null : elementAcquire(index);
    return used.headVolatile() - position > 0 ? null : element;
  }

  @Override
  public boolean contains(@Nullable Object element) {
    return element != null && super.contains(element);
  }

  @Override
  public Iterator<E> iterator() {
    return new Walk();
  }

  /** Walks from the head to where the tail was at the beginning. */
  private final class Walk implements Iterator<E> {
    private final long end = tailVolatile();
    private long position = headVolatile();
    private @Nullable E next;

    Walk() {
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
      advance();
      return element;
    }

    @Override
    public void remove() {
      throw new UnsupportedOperationException(HEAD_ONLY);
    }
  }

  /**
   * Not supported: elements leave at the head only.
   *
   * @throws UnsupportedOperationException always
   */
  @Override
  public boolean remove(@Nullable Object element) {
    throw new UnsupportedOperationException(HEAD_ONLY);
  }
}
