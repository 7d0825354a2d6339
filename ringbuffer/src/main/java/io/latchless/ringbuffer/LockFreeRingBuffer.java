package io.latchless.ringbuffer;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.Backoff;
import io.latchless.primitives.CheckReturnValue;
import io.latchless.primitives.internal.StackRoom;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A bounded queue for any number of producers and consumers that is lock-free in the strict sense:
 * a thread that stops anywhere stops no other.
 *
 * <pre>{@code
 * RingBuffer<Event> events = new LockFreeRingBuffer<>(1_024);
 * events.offer(event);   // false: full
 * events.poll();         // null: empty
 * }</pre>
 *
 * <p>A thread may be descheduled, suspended or killed at any instruction of any operation; the
 * other threads keep all of their operations. This has a price when no thread stops. Threads that
 * do nothing else get a quarter of the throughput of {@link MpmcRingBuffer}. A single thread gets
 * about four tenths of it, and threads with other work to do about seven tenths. The queue also
 * takes more memory.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Producers, consumers<td>any number of each
 *   <tr><th scope="row">Bound<td>exactly the capacity, any number from 1 to 2<sup>29</sup>; if
 *       {@code offer} returns false, the queue was full, and if {@code poll} returns null, it was
 *       empty. {@code fill} adds an element that its supplier has made even if other threads have
 *       taken the room meanwhile
 *   <tr><th scope="row">Progress<td>every operation is lock-free as long as fewer than {@value
 *       #SPARE} threads have stopped for good in the middle of an operation; otherwise {@code
 *       offer} may report a full queue too early. {@code capacity} is wait-free
 *   <tr><th scope="row">Linearizable<td>{@code offer}, {@code poll}, {@code peek}, {@code size};
 *       {@code drain} element by element; {@code fill} element by element, except for the bound.
 *       Iterators are weakly consistent
 *   <tr><th scope="row">Happens-before<td>actions before an element is added happen before actions
 *       after another thread takes or sees that element
 *   <tr><th scope="row">Allocation<td>none after construction, except by iterators
 *   <tr><th scope="row">Complexity<td>constant; {@code contains} is linear
 *   <tr><th scope="row">Memory<td>about 20 bytes for each slot, {@value #SPARE} slots more than the
 *       capacity, in rings rounded up to powers of two, and about 1,890; the queue keeps no
 *       reference to an element that was taken
 *   <tr><th scope="row">Null or false means<td>{@code poll}, {@code peek}: empty; {@code offer}:
 *       full, and nothing has changed
 * </table>
 *
 * <p>Elements cannot be removed from the middle: {@code remove(Object)} and {@code Iterator.remove}
 * throw {@link UnsupportedOperationException}.
 *
 * <p>Source: NCQ of Ruslan Nikolaev, "A Scalable, Portable, and Memory-Efficient Lock-Free FIFO
 * Queue" (DISC 2019). The elements lie beside two rings of indices, one of the free indices and one
 * of those in use, and both rings advance by compare-and-set. The paper's second queue, SCQ, takes
 * its positions by fetch-and-add instead, and needs a threshold, a safe bit in each slot and twice
 * the slots. This queue has neither threshold nor safe bit. It adds the pauses of {@link Backoff}
 * after a lost compare-and-set, and {@value #SPARE} spare indices.
 *
 * @param <E> the type of the elements
 * @since 0.1.0
 */
public final class LockFreeRingBuffer<E> extends Ring<E> {
  /*
   * INDICES. An index is in one of three places: in the ring of free indices, in the ring of used
   * ones, or in the hands of one thread, which alone then touches the element beside it.
   *
   *                  free.take      offer: stores the element       used.putIfBelow
   *     ring "free" -----------> index in hand of a thread ----------------------> ring "used"
   *          ^                                                                        |
   *          +------------- index in hand of a thread <-------------------------------+
   *            free.put      poll: reads and clears the element            used.take
   *
   * The element needs no access mode of its own: it is written before its index is put in, and read
   * after the index was taken.
   *
   * CAPACITY. The bound is kept by the positions of the used ring, not by the number of indices.
   * There are spare indices, so that threads in the middle of an operation, each with an index in
   * its hands, neither stop the queue nor make it look full. A supplier is user code. It runs with
   * a free index in hand, which holds up no other thread, and which goes back if the supplier
   * throws.
   *
   * A STACK OVERFLOW in the middle of an operation must not lose an index. It may strike at any
   * method call, and its handler cannot call a method either. So the handler marks the index as
   * stranded by stores, which call nothing, and the next producer that finds no free index takes it
   * from there. A poll already has its element by then and returns it. The first execution of an
   * access by VarHandle needs far more stack, so the class runs each operation once before the
   * first queue is used.
   */

  private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(Object[].class);
  private static final VarHandle STRANDED = MethodHandles.arrayElementVarHandle(boolean[].class);
  private static final int LARGEST_CAPACITY = 1 << 29;

  /** How many indices exist beyond the capacity. */
  static final int SPARE = 64;

  private static final String HEAD_ONLY = "elements leave a lock-free ring only at its head";

  static {
    runOnce();
  }

  /** The indices that a stack overflow has kept from going back to the free ring. */
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
   * Creates an empty queue.
   *
   * @param capacity the most elements that the queue holds, from 1 to 2<sup>29</sup>
   * @throws IllegalArgumentException if {@code capacity} is out of these bounds
   */
  public LockFreeRingBuffer(int capacity) {
    this(capacity, 0);
  }

  /** Starts at any position, so that tests need not wait for an overflow. */
  LockFreeRingBuffer(int capacity, long start) {
    super(capacity, LARGEST_CAPACITY);
    int indices = capacity + SPARE;
    int slots = powerOfTwo(indices);
    elements = new Object[indices];
    free = new IndexRing(slots, start, indices);
    used = new IndexRing(slots, start, 0);
    stranded = new Stranded(indices);
    VarHandle.releaseFence(); // a racy publication then shows a complete queue, as final fields do
  }

  /** Links every access by VarHandle, which takes more stack than the operations themselves. */
  private static void runOnce() {
    LockFreeRingBuffer<String> ring = new LockFreeRingBuffer<>(1);
    var unused = ring.offer("first");
    unused = ring.offer("refused");
    ring.peek();
    ring.poll();
    ring.fill(() -> "second", 1);
    ring.clear();
  }

  @Override
  @CheckReturnValue
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
  public @Nullable E poll() {
    return pollIfAtLeast(0);
  }

  @Override
  public @Nullable E pollIfFull() {
    return pollIfAtLeast(capacity());
  }

  @SuppressWarnings("unchecked") // only offer and fill write elements
  private @Nullable E pollIfAtLeast(int least) {
    int index = used.takeIfAtLeast(least);
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
   * Looks again if a position has an index but no element. A consumer has then claimed the
   * position, and clears the element before its claim is visible here; that says nothing about the
   * queue.
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
    StackRoom.require();
    int filled = 0;
    while (filled < room && fillOne(supplier)) {
      filled++;
      each.run();
    }
    return filled;
  }

  /**
   * Checks the capacity for the last time before it calls the supplier: an element, once made, must
   * be added.
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

  /** Returns the element at a position, or null if the head has passed it or it has none. */
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

  /** Walks from the head to the position that the tail had when the walk began. */
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
   * Throws an exception: elements leave at the head only.
   *
   * @throws UnsupportedOperationException always
   */
  @Override
  public boolean remove(@Nullable Object element) {
    throw new UnsupportedOperationException(HEAD_ONLY);
  }
}
