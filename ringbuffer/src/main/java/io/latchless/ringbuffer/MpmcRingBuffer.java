package io.latchless.ringbuffer;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.Backoff;
import io.latchless.primitives.internal.PaddedAtomicLong;
import io.latchless.primitives.internal.StackRoom;
import java.lang.invoke.VarHandle;
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
 * requests.drain(this::handle, 64);     // up to 64 of those that are in
 * }</pre>
 *
 * <p>It is free of locks but <em>not lock-free</em> in the strict sense. A producer that is stopped
 * between taking its position and publishing its element holds up consumers once they have come to
 * that position; a consumer that is stopped before it has given its slot back holds up producers
 * one lap later. They spin briefly and then yield. User code never runs in between, and a stack
 * overflow in between is survived. Where a thread may be stopped for long in the middle of an
 * operation, and others must go on, use {@link LockFreeRingBuffer}.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Producers, consumers<td>any number of each
 *   <tr><th scope="row">Bound<td>the capacity, any number from 1 to 2<sup>30</sup>, exactly; a false
 *       {@code offer} found it full, a null {@code poll} found it empty
 *   <tr><th scope="row">Progress<td>blocking in the sense above; without a stopped thread, some thread
 *       always completes. {@code size} and {@code isEmpty}: lock-free; iterators too, unless a
 *       thread is stopped while it removes from the middle
 *   <tr><th scope="row">Linearizable<td>{@code offer}, {@code poll}, {@code peek}, {@code contains},
 *       {@code remove}, {@code isEmpty}; {@code drain} and {@code fill} element by element; {@code
 *       size} as long as nothing is removed from the middle and no supplier of {@code fill} runs;
 *       iterators are weakly consistent
 *   <tr><th scope="row">Happens-before<td>what a thread did before it put an element in happens before
 *       what another does after it took or saw that element
 *   <tr><th scope="row">Allocation<td>none after construction, except iterators, and {@code fill} where
 *       several threads fill at once
 *   <tr><th scope="row">Complexity<td>constant; {@code remove(Object)}, {@code contains} and an
 *       iterator: linear
 *   <tr><th scope="row">Memory<td>8 bytes for each slot, of which there are at least two and a power of
 *       two, and about 1,270; an element that was taken is not kept alive
 *   <tr><th scope="row">Null or false means<td>{@code poll}, {@code peek}: empty; {@code offer}: full, and
 *       nothing was changed
 * </table>
 *
 * <p>{@code remove(Object)} and an iterator's {@code remove} give the room of the element back at
 * once: older elements move up by one. Threads that come to an element which is being moved wait
 * for it as for one that is being put in.
 *
 * <p>Source: Dmitry Vyukov, "Bounded MPMC queue" (2010), with the back-off of {@link Backoff}.
 *
 * @param <E> the type of the elements
 */
public final class MpmcRingBuffer<E> extends SequencedRing<E> {
  /*
   * POSITIONS grow by one for ever and are never wrapped. All comparisons are differences, which stay
   * right when a position overflows. Slot p & mask serves the positions p, p + slots, p + 2 slots ...
   *
   *     positions      ... 12   13   14   15 | 16   17 ...      four slots: position & 3
   *
   *     slot   sequence   element
   *     [0]       16         -      free for position 16        <- tail = 16: the next offer claims it
   *     [1]       14         B      holds the element of 13     <- head = 13: the next poll claims it
   *     [2]       15         C      holds the element of 14
   *     [3]       15         -      claimed for 15, not yet published
   *
   * The sequence of a slot tells what may be done there next: p means free for position p, p + 1
   * means that the element of position p is there. A position is claimed by compare-and-set on the
   * tail or the head. A release store of the sequence hands the slot on, and publishes the element or
   * the emptied slot: element first, sequence second, or others would see the last lap's. Because a
   * position never returns, a compare-and-set that was stalled for a lap fails.
   *
   * A sequence is the lower half of a position, so that sixteen of them share a cache line. That is
   * enough: a thread that acts on a sequence finds afterwards, by the compare-and-set or by looking
   * again, that the head or the tail has not passed the position that it was compared with. Until
   * then the slot is at most one lap away from that position.
   *
   * There is a power of two of slots, and at least two, so that "free for p + 1" and "holds p"
   * differ. Where the capacity is smaller than that, position p may be used once position
   * p - capacity has been taken, which the sequence of that position's slot tells. No producer reads
   * the head unless the queue looks full.
   *
   * ORDER. Head and tail are read with acquire before a claim, where a stale value costs a retry. A
   * verdict, full or empty, reads the other side's position volatile: two queues used as flags for
   * each other, and the waiters of BlockingRingBuffer, need it to stay behind an earlier claim. The
   * claim itself is a volatile read-modify-write. Sequences are read with acquire and written with
   * release, and nothing stronger, because each hands one slot from one thread to the next, and no
   * verdict rests on a sequence alone. A thread that only looks at an element reads it with acquire,
   * so that its second look at the head stays behind it: a head that has not moved says that the
   * element was still in.
   *
   * A SIDE THAT HAS CAUGHT UP with the other finds a slot that is not ready. The first time that it
   * sees so of a position it does nothing for a moment, without reading what the other side writes,
   * and looks again. Only then it reads the other side's position for a verdict. Two sides that chase
   * each other so get apart, and pass a cache line on once for many elements. The verdict on a queue
   * that stays empty or full costs no pause. What was seen is remembered opaquely: it decides about a
   * pause and nothing else, so nothing needs to be ordered by it; a plain long might be torn, or never
   * read again.
   *
   * CLOSING moves the tail ahead by a distance that no producer can fill, and that is none when only
   * the lower half of a position is compared: all slots then look occupied. So only the branch that
   * asks whether the queue is full, off the fast path, needs to know.
   *
   * A STACK OVERFLOW between claim and publication would leave the slot claimed for ever. So no method
   * is called in between but the access by VarHandle, which may need a frame. If it finds no room for
   * that, the handler publishes by plain code: a volatile write, a volatile read of the same field,
   * and a store that depends on it, which therefore stays behind the element. The operation is
   * complete then, and so the overflow is not passed on. The first execution of an access by VarHandle
   * needs far more stack, so each operation has run once before the first queue is used.
   */

  private static final long CLOSED = 1L << 62 | 1L << 31;
  private static final int SPINS_WHEN_LEFT_BEHIND = 32;
  private static final int UNBOUNDED = Integer.MAX_VALUE;

  /** What became of an attempt to put an element in. */
  enum Offer {
    ACCEPTED,
    FULL,
    PENDING
  }

  /** Instead of an element: another thread has claimed the next position and is not done. */
  static final Object PENDING = new Object();

  static {
    runOnce();
  }

  private final PaddedAtomicLong seenEmpty;
  private final PaddedAtomicLong seenFull;

  /**
   * Creates an empty queue.
   *
   * @param capacity how many elements there is room for, from 1 to 2<sup>30</sup>
   * @throws IllegalArgumentException if {@code capacity} is out of these bounds
   */
  public MpmcRingBuffer(int capacity) {
    this(capacity, 0);
  }

  /** Begins at any position, so that tests need not wait for an overflow. */
  MpmcRingBuffer(int capacity, long start) {
    super(capacity, start);
    seenEmpty = new PaddedAtomicLong(start);
    seenFull = new PaddedAtomicLong(start - 1);
    VarHandle.releaseFence(); // a queue handed over by a race is as complete as final fields are
  }

  /** Links all accesses by VarHandle, which takes more stack than the operations themselves. */
  private static void runOnce() {
    MpmcRingBuffer<String> ring = new MpmcRingBuffer<>(2);
    ring.offer("first");
    ring.peek();
    ring.poll();
    ring.fill(() -> "second", 1);
    ring.offer("third");
    ring.remove("third");
    ring.clear();
  }

  @Override
  public boolean offer(E element) {
    return tryOffer(element, UNBOUNDED) == Offer.ACCEPTED;
  }

  /**
   * Puts an element in if there is room.
   *
   * @param patience how many looks at a slot that another thread holds before {@code PENDING}
   */
  Offer tryOffer(E element, int patience) {
    requireNonNull(element, "element");
    int looks = 0;
    int losses = 0;
    for (; ; ) {
      long position = tail.getAcquire();
      int slot = slot(position);
      if (isFree(position, slot)) {
        if (tail.compareAndSet(position, position + 1)) {
          elements[slot] = element;
          try {
            SEQUENCE.setRelease(sequences, slot, (int) position + 1);
          } catch (StackOverflowError overflow) {
            disturbers.fence = 1;
            sequences[slot] = (int) position + disturbers.fence;
          }
          return Offer.ACCEPTED;
        }
        BACKOFF.pause(losses++);
      } else if (position == tail.getAcquire()) {
        if (firstSeenStalled(position, seenFull)) {
          spinBeforeRecheck();
        } else if (isFull(position)) {
          return Offer.FULL;
        } else if (looks >= patience) {
          return Offer.PENDING;
        } else {
          looks = awaitOwner(looks);
        }
      }
    }
  }

  @Override
  boolean claimTail(Reservation reservation) {
    int looks = 0;
    int losses = 0;
    for (; ; ) {
      long position = tail.getAcquire();
      if (isFree(position, slot(position))) {
        if (tail.compareAndSet(position, position + 1)) {
          reservation.position = position;
          return true;
        }
        BACKOFF.pause(losses++);
      } else if (position == tail.getAcquire()) {
        if (isFull(position)) {
          return false;
        }
        looks = awaitOwner(looks);
      }
    }
  }

  @Override
  @SuppressWarnings("unchecked") // with unbounded patience there is no PENDING
  public @Nullable E poll() {
    return (E) tryPoll(UNBOUNDED);
  }

  /**
   * Takes the oldest element out if there is one.
   *
   * @param patience how many looks at a slot that another thread holds before {@link #PENDING}
   */
  @Nullable Object tryPoll(int patience) {
    if (disturbers.count != 0) {
      StackRoom.requireSome();
    }
    int looks = 0;
    int losses = 0;
    for (; ; ) {
      long position = head.getAcquire();
      int slot = slot(position);
      if (isPublished(position, slot)) {
        if (head.compareAndSet(position, position + 1)) {
          Object element;
          if (disturbers.count == 0) {
            element = elements[slot];
            elements[slot] = null;
            try {
              SEQUENCE.setRelease(sequences, slot, (int) position + mask + 1);
            } catch (StackOverflowError overflow) {
              disturbers.fence = 1;
              sequences[slot] = (int) position + mask + disturbers.fence;
            }
          } else {
            element = takeFromDisturbed(position, slot);
          }
          if (element != null) {
            return element;
          }
          if (isEmpty()) {
            return null;
          }
        } else {
          BACKOFF.pause(losses++);
        }
      } else if (position == head.getAcquire()) {
        if (firstSeenStalled(position, seenEmpty)) {
          spinBeforeRecheck();
        } else if (isEmptyAt(position)) {
          return null;
        } else if (looks >= patience) {
          return PENDING;
        } else {
          looks = awaitOwner(looks);
        }
      }
    }
  }

  @Override
  @SuppressWarnings("unchecked") // what is neither null nor a mark is an element
  public @Nullable E peek() {
    int looks = 0;
    for (; ; ) {
      long position = head.getAcquire();
      int slot = slot(position);
      if (isPublished(position, slot)) {
        Object found = elementAcquire(slot);
        if (position == head.getVolatile()) {
          if (isElement(found)) {
            return (E) found;
          }
          if (isEmpty()) {
            return null;
          }
          looks = pass(position, slot, found, looks);
        }
      } else if (position == head.getAcquire()) {
        if (isEmptyAt(position)) {
          return null;
        }
        looks = awaitOwner(looks);
      }
    }
  }

  private int pass(long position, int slot, @Nullable Object found, int looks) {
    if (found == null) {
      passGap(position, slot);
    } else if (found instanceof Reservation) {
      passReservation(position, slot);
    }
    return awaitOwner(looks);
  }

  /** Full when the head is read, since the tail has been at this position and never goes back. */
  private boolean isFull(long position) {
    return position - head.getVolatile() >= capacity();
  }

  /** Empty when the tail is read, since the head has been at this position and never goes back. */
  private boolean isEmptyAt(long position) {
    return tailVolatile() - position <= 0;
  }

  /**
   * Returns whether the next slot of a side is seen not to be ready for the first time. Then the
   * other side is likely to be at work on that very slot.
   */
  private static boolean firstSeenStalled(long position, PaddedAtomicLong seen) {
    if (seen.getOpaque() == position) {
      return false;
    }
    seen.setOpaque(position);
    return true;
  }

  /**
   * Touches no cache line of the other side for a moment, so that it gets ahead by more than one
   * slot. Without that, two sides of which one is a little faster pass every line to and fro for
   * every element.
   */
  private static void spinBeforeRecheck() {
    for (int i = 0; i < SPINS_WHEN_LEFT_BEHIND; i++) {
      Thread.onSpinWait();
    }
  }

  /** Refuses elements from now on; those that are in can be taken. False if closed already. */
  boolean close() {
    StackRoom.requireSome();
    int losses = 0;
    for (; ; ) {
      long position = tail.getVolatile();
      if (isAhead(position)) {
        return false;
      }
      if (tail.compareAndSet(position, position + CLOSED)) {
        return true;
      }
      BACKOFF.pause(losses++);
    }
  }

  @Override
  boolean isClosed() {
    return isAhead(tail.getVolatile());
  }

  /**
   * The head is read later than the tail, which makes the distance smaller, by what fits in years.
   */
  private boolean isAhead(long position) {
    return position - head.getVolatile() > CLOSED / 2;
  }

  @Override
  long tailVolatile() {
    long position = tail.getVolatile();
    return isAhead(position) ? position - CLOSED : position;
  }
}
