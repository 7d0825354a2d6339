package io.latchless.ringbuffer;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.Backoff;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The fast bounded queue for any number of producers and consumers.
 *
 * <pre>{@code
 * MpmcRingBuffer<Request> requests = new MpmcRingBuffer<>(1_024);
 * if (!requests.offer(request)) {
 *   reject(request);                    // full
 * }
 * Request next = requests.poll();       // null: empty
 * requests.drain(this::handle, 64);     // up to 64, several by one atomic instruction
 * }</pre>
 *
 * <p>It is free of locks but <em>not lock-free</em> in the strict sense. A producer that is stopped
 * between taking its position and publishing its element holds up consumers once they have come to
 * that position; a consumer that is stopped before it has given its slot back holds up producers
 * one lap later. They spin briefly and then yield. Where a thread may be stopped for long in the
 * middle of an operation, and others must go on, use {@link ScqRingBuffer}.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Producers, consumers<td>any number of each
 *   <tr><th scope="row">Bound<td>the capacity, any number from 1 to 2<sup>30</sup>, exactly; a false
 *       {@code offer} found it full, a null {@code poll} found it empty
 *   <tr><th scope="row">Progress<td>blocking in the sense above; without a stopped thread, some thread
 *       always completes. {@code size}, {@code isEmpty} and iterators: lock-free
 *   <tr><th scope="row">Linearizable<td>{@code offer}, {@code poll}, {@code peek}, {@code drain} and
 *       {@code fill} element by element, {@code size} as long as nothing is removed from the middle;
 *       iterators are weakly consistent
 *   <tr><th scope="row">Happens-before<td>what a thread did before it put an element in happens before
 *       what another does after it took or saw that element
 *   <tr><th scope="row">Allocation<td>none after construction, except iterators
 *   <tr><th scope="row">Complexity<td>constant; {@code remove(Object)} and {@code contains}: linear
 *   <tr><th scope="row">Memory<td>8 bytes for each slot, of which there are at least two and a power of
 *       two, and about 1,270; an element that was taken is not kept alive
 *   <tr><th scope="row">Null or false means<td>{@code poll}, {@code peek}: empty; {@code offer}: full, and
 *       nothing was changed
 * </table>
 *
 * <p>{@code remove(Object)} and an iterator's {@code remove} leave a gap that uses up room until
 * the elements before it have been taken; so do the rest of a batch whose supplier has thrown.
 *
 * <p>Source: Dmitry Vyukov, "Bounded MPMC queue" (2010), with the back-off of {@link Backoff}.
 *
 * @param <E> the type of the elements
 */
public final class MpmcRingBuffer<E> extends Ring<E> {
  /*
   * Positions grow by one for ever and are never wrapped; all comparisons are differences, which stay
   * right when a position overflows. Slot p & mask serves the positions p, p + slots, p + 2 slots ...
   * Its sequence tells what may be done there next: p means free for position p, p + 1 means that the
   * element of position p is there. A position is claimed by compare-and-set on tail or head, and the
   * slot is handed on by a release store of its sequence, which is what publishes the element, or the
   * emptied slot: element first, sequence second, or others would see the last lap's. Because a
   * position never returns, a compare-and-set that was stalled for a lap fails.
   *
   * A sequence is the lower half of a position, so that sixteen of them share a cache line. That is
   * enough, because whoever acts on one finds afterwards, by the compare-and-set or by looking again,
   * that the head or the tail has not passed the position that it was compared with. As long as they
   * have not, the slot is at most one lap away from that position.
   *
   * There is a power of two of slots, and at least two, so that "free for p + 1" and "holds p" differ.
   * Where the capacity is smaller than that, position p may be used once position p - capacity has been
   * taken, which the sequence of that position's slot tells: no producer reads the head unless the
   * queue looks full.
   *
   * Head and tail are read with acquire before a claim, where a stale value costs a retry. A verdict,
   * full or empty, reads the other side's position volatile: two queues used as flags for each other,
   * and the waiters of BlockingRingBuffer, need it to stay behind an earlier claim. The claim itself
   * is a volatile read-modify-write.
   *
   * A side that has caught up with the other finds a slot that is not ready. The first time that it
   * sees so of a position it does nothing for a moment, without reading what the other side writes, and
   * looks again; only then it reads the other side's position for a verdict. Two sides that chase each
   * other so get apart, and pass a cache line on once for many elements. The verdict on a queue that stays
   * empty or full costs no pause. What was seen is remembered opaquely: it decides about a pause and
   * nothing else, so nothing needs to be ordered by it; a plain long might be torn, or never read again.
   *
   * Whoever only looks at an element reads it with acquire, so that the second look at the head stays
   * behind it: a head that has not moved says that the element was still in. Sequences are read with
   * acquire and written with release, and nothing stronger, because each hands one slot from one thread
   * to the next, and no verdict rests on a sequence alone.
   *
   * An element is taken by plain accesses, because its claimant has the slot to itself; unless
   * somebody removes elements from the middle. Remover: raise removers, look at the head, empty the
   * slot by compare-and-set if it has not been claimed. Consumer: claim, look at removers, and if there
   * are any take by an exchange. The claim and the raising are both volatile read-modify-writes, so
   * at least one of the two sees the other. What the remover leaves, a published slot with null in it,
   * is a hole that consumers pass over.
   *
   * Closing moves the tail ahead by a distance that nobody can fill, and that is none either when only
   * the lower half of a position is compared: all slots then look occupied, and only the branch that asks whether the queue is full, off the fast path, needs to know.
   */

  private static final VarHandle SEQUENCE = MethodHandles.arrayElementVarHandle(int[].class);
  private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(Object[].class);

  private static final int LARGEST_CAPACITY = 1 << 30;
  private static final long CLOSED = 1L << 62 | 1L << 31;
  private static final int SPINS_WHEN_LEFT_BEHIND = 32;
  private static final int LOOKS_AT_A_PENDING_SLOT = 8;
  private static final int SPINS_BETWEEN_LOOKS = 8;

  private final int mask;
  private final int[] sequences;
  private final @Nullable Object[] elements;
  private final Position head;
  private final Position tail;
  private final Position seenEmpty;
  private final Position seenFull;
  private final AtomicInteger removers = new AtomicInteger();
  private final AtomicInteger holes = new AtomicInteger();

  /**
   * An empty queue.
   *
   * @param capacity how many elements there is room for, from 1 to 2<sup>30</sup>
   * @throws IllegalArgumentException if {@code capacity} is out of these bounds
   */
  public MpmcRingBuffer(int capacity) {
    this(capacity, 0);
  }

  /** Begins at any position, so that tests need not wait for an overflow. */
  MpmcRingBuffer(int capacity, long start) {
    super(capacity, LARGEST_CAPACITY);
    int slots = Math.max(2, powerOfTwo(capacity));
    mask = slots - 1;
    sequences = new int[slots];
    elements = new Object[slots];
    head = new Position(start);
    tail = new Position(start);
    seenEmpty = new Position(start);
    seenFull = new Position(start - 1);
    for (int i = 0; i < slots; i++) {
      sequences[slot(start + i)] = (int) (start + i);
    }
    VarHandle.releaseFence(); // a queue handed over by a race is as complete as final fields are
  }

  @Override
  public boolean offer(E element) {
    requireNonNull(element, "element");
    int looks = 0;
    int losses = 0;
    for (; ; ) {
      long position = tail.getAcquire();
      int slot = slot(position);
      if (isFree(position, slot)) {
        if (tail.compareAndSet(position, position + 1)) {
          put(position, slot, element);
          return true;
        }
        Position.BACKOFF.pause(losses++);
      } else if (position == tail.getAcquire()) {
        if (isNews(position, seenFull)) {
          leaveAlone();
        } else if (isFull(position)) {
          return false;
        } else {
          looks = awaitOwner(looks);
        }
      }
    }
  }

  @Override
  public @Nullable E poll() {
    int looks = 0;
    int losses = 0;
    for (; ; ) {
      long position = head.getAcquire();
      int slot = slot(position);
      if (isPublished(position, slot)) {
        if (head.compareAndSet(position, position + 1)) {
          E element = take(position, slot);
          if (element != null) {
            return element;
          }
        } else {
          Position.BACKOFF.pause(losses++);
        }
      } else if (position == head.getAcquire()) {
        if (isNews(position, seenEmpty)) {
          leaveAlone();
        } else if (isEmptyAt(position)) {
          return null;
        } else {
          looks = awaitOwner(looks);
        }
      }
    }
  }

  @Override
  public @Nullable E peek() {
    int looks = 0;
    for (; ; ) {
      long position = head.getAcquire();
      if (isPublished(position)) {
        E element = elementAcquire(slot(position));
        if (position == head.getVolatile()) {
          if (element != null) {
            return element;
          }
          passHole(position);
        }
      } else if (position == head.getAcquire()) {
        if (isEmptyAt(position)) {
          return null;
        }
        looks = awaitOwner(looks);
      }
    }
  }

  @Override
  int drainBatch(Consumer<? super E> consumer, int limit) {
    int looks = 0;
    int losses = 0;
    for (; ; ) {
      long first = head.getAcquire();
      int count = 0;
      while (count < limit && isPublished(first + count)) {
        count++;
      }
      if (count > 0) {
        if (head.compareAndSet(first, first + count)) {
          int handed = hand(first, count, consumer);
          if (handed > 0) {
            return handed;
          }
        } else {
          Position.BACKOFF.pause(losses++);
        }
      } else if (first == head.getAcquire()) {
        if (isNews(first, seenEmpty)) {
          leaveAlone();
        } else if (isEmptyAt(first)) {
          return 0;
        } else {
          looks = awaitOwner(looks);
        }
      }
    }
  }

  /** All slots are given back before the consumer sees the first element; hence the variables. */
  private int hand(long first, int count, Consumer<? super E> consumer) {
    E a = take(first);
    E b = count > 1 ? take(first + 1) : null;
    E c = count > 2 ? take(first + 2) : null;
    E d = count > 3 ? take(first + 3) : null;
    E e = count > 4 ? take(first + 4) : null;
    E f = count > 5 ? take(first + 5) : null;
    E g = count > 6 ? take(first + 6) : null;
    E h = count > 7 ? take(first + 7) : null;
    return Batch.hand(a, b, c, d, e, f, g, h, consumer);
  }

  @Override
  int fillBatch(Supplier<? extends E> supplier, int limit) {
    int looks = 0;
    int losses = 0;
    for (; ; ) {
      long first = tail.getAcquire();
      int count = 0;
      while (count < limit && isFree(first + count)) {
        count++;
      }
      if (count > 0) {
        if (tail.compareAndSet(first, first + count)) {
          supply(first, count, supplier);
          return count;
        }
        Position.BACKOFF.pause(losses++);
      } else if (first == tail.getAcquire()) {
        if (isNews(first, seenFull)) {
          leaveAlone();
        } else if (isFull(first)) {
          return 0;
        } else {
          looks = awaitOwner(looks);
        }
      }
    }
  }

  private void supply(long first, int count, Supplier<? extends E> supplier) {
    int done = 0;
    try {
      while (done < count) {
        put(
            first + done,
            slot(first + done),
            requireNonNull(supplier.get(), "element from supplier"));
        done++;
      }
    } finally {
      if (done < count) {
        holes.getAndAdd(count - done);
        for (int i = done; i < count; i++) {
          sequenceRelease(slot(first + i), first + i + 1);
        }
      }
    }
  }

  private void put(long position, int slot, E element) {
    elements[slot] = element;
    sequenceRelease(slot, position + 1);
  }

  private @Nullable E take(long position) {
    return take(position, slot(position));
  }

  /** What the claimant of a position finds there; null for a hole. */
  @SuppressWarnings("unchecked") // only put writes elements
  private @Nullable E take(long position, int slot) {
    E element;
    if (removers.get() == 0) {
      element = (E) elements[slot];
      elements[slot] = null;
    } else {
      element = (E) ELEMENT.getAndSet(elements, slot, (Object) null);
    }
    sequenceRelease(slot, position + mask + 1);
    if (element == null) {
      holes.getAndDecrement();
    }
    return element;
  }

  private void passHole(long position) {
    if (head.compareAndSet(position, position + 1)) {
      var hole = take(position);
      assert hole == null : hole;
    }
  }

  private boolean isPublished(long position) {
    return isPublished(position, slot(position));
  }

  private boolean isPublished(long position, int slot) {
    return sequenceAcquire(slot) == (int) position + 1;
  }

  private boolean isFree(long position) {
    return isFree(position, slot(position));
  }

  private boolean isFree(long position, int slot) {
    return sequenceAcquire(slot) == (int) position
        && (capacity() > mask || isTaken(position - capacity()));
  }

  /** Whether the element of a position has gone, or there never was one. */
  private boolean isTaken(long position) {
    return sequenceAcquire(slot(position)) - ((int) position + mask + 1) >= 0;
  }

  /** Full when the head is read, since the tail has been at this position and never goes back. */
  private boolean isFull(long position) {
    long first = head.getVolatile();
    if (position - first < capacity()) {
      return false;
    }
    return holes.get() <= 0 || !isHole(first) || isClosed();
  }

  private boolean isHole(long position) {
    if (isPublished(position) && elementAcquire(slot(position)) == null) {
      passHole(position);
      return true;
    }
    return false;
  }

  /** Empty when the tail is read, since the head has been at this position and never goes back. */
  private boolean isEmptyAt(long position) {
    return tailVolatile() - position <= 0;
  }

  /**
   * Whether the next slot of a side is seen not to be ready for the first time. Then the other side
   * is likely to be at work on that very slot.
   */
  private static boolean isNews(long position, Position seen) {
    if (seen.getOpaque() == position) {
      return false;
    }
    seen.setOpaque(position);
    return true;
  }

  /**
   * For a moment nobody touches the other side's cache lines, so that it gets ahead by more than
   * one slot. Without that, two sides of which one is a little faster pass every line to and fro
   * for every element.
   */
  private static void leaveAlone() {
    for (int i = 0; i < SPINS_WHEN_LEFT_BEHIND; i++) {
      Thread.onSpinWait();
    }
  }

  private static int awaitOwner(int looks) {
    if (looks < LOOKS_AT_A_PENDING_SLOT) {
      for (int i = 0; i < SPINS_BETWEEN_LOOKS; i++) {
        Thread.onSpinWait();
      }
    } else {
      letTheOwnerRun();
    }
    return looks + 1;
  }

  @SuppressWarnings(
      "ThreadPriorityCheck") // the owner may need the very core that this thread is on
  private static void letTheOwnerRun() {
    Thread.yield();
  }

  /** From now on nothing can be put in; what is in can be taken. False if it was closed already. */
  boolean close() {
    int losses = 0;
    for (; ; ) {
      long position = tail.getVolatile();
      if (isAhead(position)) {
        return false;
      }
      if (tail.compareAndSet(position, position + CLOSED)) {
        return true;
      }
      Position.BACKOFF.pause(losses++);
    }
  }

  boolean isClosed() {
    return isAhead(tail.getVolatile());
  }

  /**
   * The head is read later than the tail, which makes the distance smaller, by what fits in years.
   */
  private boolean isAhead(long position) {
    return position - head.getVolatile() > CLOSED / 2;
  }

  /** How many slots elements and holes take up, but for the holes that can go at once. */
  int slotsInUse() {
    long first;
    do {
      first = head.getVolatile();
    } while (holes.get() > 0 && isHole(first));
    return (int) Math.max(0, Math.min(tailVolatile() - first, capacity()));
  }

  @Override
  long headVolatile() {
    return head.getVolatile();
  }

  @Override
  long tailVolatile() {
    long position = tail.getVolatile();
    return isAhead(position) ? position - CLOSED : position;
  }

  @Override
  int holes() {
    return holes.get();
  }

  @Override
  @Nullable E elementAt(long position) {
    if (!isPublished(position)) {
      return null;
    }
    E element = elementAcquire(slot(position));
    return head.getVolatile() - position > 0 ? null : element;
  }

  @Override
  boolean removeAt(long position, E element) {
    removers.getAndIncrement();
    try {
      if (head.getVolatile() - position > 0
          || !ELEMENT.compareAndSet(elements, slot(position), element, null)) {
        return false;
      }
      holes.getAndIncrement();
      return true;
    } finally {
      removers.getAndDecrement();
    }
  }

  @Override
  public boolean remove(@Nullable Object element) {
    if (element == null) {
      return false;
    }
    long end = tailVolatile();
    for (long position = head.getVolatile(); end - position > 0; position++) {
      E found = elementAt(position);
      if (found != null && element.equals(found) && removeAt(position, found)) {
        return true;
      }
    }
    return false;
  }

  private int slot(long position) {
    return (int) position & mask;
  }

  private int sequenceAcquire(int slot) {
    return (int) SEQUENCE.getAcquire(sequences, slot);
  }

  private void sequenceRelease(int slot, long sequence) {
    SEQUENCE.setRelease(sequences, slot, (int) sequence);
  }

  @SuppressWarnings("unchecked") // only put writes elements
  private @Nullable E elementAcquire(int slot) {
    return (E) ELEMENT.getAcquire(elements, slot);
  }
}
