package io.latchless.ringbuffer;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.Backoff;
import io.latchless.primitives.CheckReturnValue;
import io.latchless.primitives.internal.PaddedAtomicLong;
import io.latchless.primitives.internal.StackRoom;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * A fast bounded queue for any number of producers and consumers.
 *
 * <pre>{@code
 * MpmcRingBuffer<Request> requests = new MpmcRingBuffer<>(1_024);
 * if (!requests.offer(request)) {
 *   reject(request);                    // full
 * }
 * Request next = requests.poll();       // null: empty
 * requests.drain(this::handle, 64);     // up to 64 of the queued requests
 * }</pre>
 *
 * <p>The queue takes no locks, but it is <em>not lock-free</em> in the strict sense. A producer
 * that stops between claiming a position and publishing its element holds up the consumers that
 * reach this position. A consumer that stops before it has released its slot holds up the producers
 * one lap later. The waiting threads spin briefly and then yield. User code never runs in between,
 * and a stack overflow in between does no harm. If a thread may stop for long in the middle of an
 * operation while the others must go on, use {@link LockFreeRingBuffer}.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Producers, consumers<td>any number of each
 *   <tr><th scope="row">Bound<td>exactly the capacity, any number from 1 to 2<sup>30</sup>; if
 *       {@code offer} returns false, the queue was full, and if {@code poll} returns null, it was
 *       empty
 *   <tr><th scope="row">Progress<td>blocking in the sense above: a consumer stopped with a claimed
 *       slot holds up producers one lap later, a producer stopped before it publishes holds up
 *       consumers, {@code remove} and {@code contains} at its slot. A thread stopped in {@code
 *       remove} also holds up other removals and new iterators. Functions given to {@code drain}
 *       and {@code fill} hold up no other thread. If no thread stops, some thread always completes.
 *       {@code capacity} is wait-free; {@code size}, {@code isEmpty} and iterators are otherwise
 *       lock-free
 *   <tr><th scope="row">Linearizable<td>{@code offer}, {@code poll}, {@code peek}, {@code
 *       contains}, {@code remove}, {@code isEmpty}; {@code drain} and {@code fill} element by
 *       element; {@code size} as long as no thread removes an element from the middle or runs a
 *       supplier of {@code fill}. Iterators are weakly consistent
 *   <tr><th scope="row">Happens-before<td>actions before an element is added happen before actions
 *       after another thread takes or sees that element
 *   <tr><th scope="row">Allocation<td>none after construction, except by iterators, and by {@code
 *       fill} if several threads fill at once
 *   <tr><th scope="row">Complexity<td>constant; {@code remove(Object)}, {@code contains} and
 *       iterators are linear
 *   <tr><th scope="row">Memory<td>8 bytes for each slot, at least two slots and always a power of
 *       two, and about 1,270; the queue keeps no reference to an element that was taken
 *   <tr><th scope="row">Null or false means<td>{@code poll}, {@code peek}: empty; {@code offer}:
 *       full, and nothing has changed
 * </table>
 *
 * <p>{@code remove(Object)} and {@code Iterator.remove} free the room of the element at once: the
 * older elements move up by one. A thread that reaches an element in motion waits for it, as it
 * waits for an element that is being added.
 *
 * <p>Source: Dmitry Vyukov, "Bounded MPMC queue" (2010), with the pauses of {@link Backoff}.
 *
 * @param <E> the type of the elements
 * @since 0.1.0
 */
public final class MpmcRingBuffer<E> extends SequencedRing<E> {
  /*
   * POSITIONS grow by one for ever and never wrap. All comparisons are differences, which stay
   * right when a position overflows. Slot p & mask serves the positions p, p + slots, p + 2 * slots
   * and so on.
   *
   *     positions      ... 12   13   14   15 | 16   17 ...      four slots: position & 3
   *
   *     slot   sequence   element
   *     [0]       16         -      free for position 16     <- tail = 16: the next offer claims it
   *     [1]       14         B      holds the element of 13  <- head = 13: the next poll claims it
   *     [2]       15         C      holds the element of 14
   *     [3]       15         -      claimed for 15, not yet published
   *
   * SEQUENCES. The sequence of a slot says what may happen there next: p means that the slot is
   * free for position p, and p + 1 that it holds the element of position p. A thread claims a
   * position by compare-and-set on the tail or the head. A release store of the sequence then hands
   * the slot on, and publishes the element or the emptied slot. The element is written before the
   * sequence; otherwise other threads would see the element of the previous lap. A position never
   * returns, so a compare-and-set that stalls for a lap fails.
   *
   * A sequence is the lower half of a position, so that sixteen of them share a cache line. Half a
   * position is enough. A thread that acts on a sequence verifies afterwards, by its
   * compare-and-set or by a second look, that the head or the tail has not passed the position that
   * it compared with. Until then the slot is at most one lap away from that position.
   *
   * CAPACITY. The number of slots is a power of two, and at least two so that "free for p + 1" and
   * "holds p" differ. If the capacity is smaller, position p may be used once position p - capacity
   * has been taken, which the sequence of that position's slot tells. No producer reads the head
   * unless the queue looks full.
   *
   * ORDER. Before a claim, head and tail are read with acquire: a stale value costs a retry. A
   * verdict of full or empty reads the other side's position volatile. Two queues used as flags for
   * each other, and the waiters of BlockingRingBuffer, need this read to stay behind an earlier
   * claim. The claim itself is a volatile read-modify-write. Sequences need acquire and release
   * only: each hands one slot from one thread to the next, and no verdict rests on a sequence
   * alone. A thread that only looks at an element reads it with acquire, so that its second look at
   * the head stays behind that read. If the head has not moved, the element was still in the queue.
   *
   * A SIDE THAT HAS CAUGHT UP with the other finds a slot that is not ready. When this is seen at a
   * position for the first time, the thread spins for a moment, without reading what the other side
   * writes, and looks again. Only then does it read the other side's position for a verdict. Two
   * sides that chase each other thus move apart, and a cache line changes hands once for many
   * elements. The verdict on a queue that stays empty or full costs no pause. The position is
   * remembered with opaque accesses: it decides about a pause and nothing else, so no order is
   * needed. A plain long might be torn, or never be read again.
   *
   * CLOSING moves the tail ahead by a distance that no producer can fill. The lower half of that
   * distance is 2^31, further than any sequence is from the tail, so all slots look occupied. The
   * fast path of an offer therefore needs no check: the offer gets as far as the test for a full
   * queue, and that test succeeds.
   *
   * A STACK OVERFLOW between claim and publication would leave the slot claimed for ever. So no
   * method is called in between except the access by VarHandle, which may need a frame. If there is
   * no room for that frame, the handler publishes by plain code: a volatile write, a volatile read
   * of the same field, and a store that depends on the read and therefore stays behind the element.
   * The operation is then complete, so the overflow is not rethrown. The first execution of an
   * access by VarHandle needs far more stack, so the class runs each operation once before the
   * first queue is used.
   */

  private static final long CLOSED = 1L << 62 | 1L << 31;
  private static final int SPINS_WHEN_LEFT_BEHIND = 32;

  /** The patience of an operation that waits for another thread, and of one that does not. */
  static final int UNBOUNDED = Integer.MAX_VALUE;

  static final int RELAXED = 8;

  /** The outcome of an attempt to add an element. */
  enum Offer {
    ACCEPTED,
    FULL,
    PENDING
  }

  /**
   * Stands for an element: another thread has claimed the next position and has not finished with
   * it.
   */
  static final Object PENDING = new Object();

  static {
    runOnce();
  }

  private final PaddedAtomicLong seenEmpty;
  private final PaddedAtomicLong seenFull;

  /**
   * Creates an empty queue.
   *
   * @param capacity the most elements that the queue holds, from 1 to 2<sup>30</sup>
   * @throws IllegalArgumentException if {@code capacity} is out of these bounds
   */
  public MpmcRingBuffer(int capacity) {
    this(capacity, 0);
  }

  /** Starts at any position, so that tests need not wait for an overflow. */
  MpmcRingBuffer(int capacity, long start) {
    super(capacity, start);
    seenEmpty = new PaddedAtomicLong(start);
    seenFull = new PaddedAtomicLong(start - 1);
    VarHandle.releaseFence(); // a racy publication then shows a complete queue, as final fields do
  }

  /** Links every access by VarHandle, which takes more stack than the operations themselves. */
  private static void runOnce() {
    MpmcRingBuffer<String> ring = new MpmcRingBuffer<>(2);
    var unused = ring.offer("first");
    ring.peek();
    ring.poll();
    ring.fill(() -> "second", 1);
    unused = ring.offer("third");
    ring.remove("third");
    ring.clear();
  }

  @Override
  @CheckReturnValue
  public boolean offer(E element) {
    return tryOffer(element, UNBOUNDED) == Offer.ACCEPTED;
  }

  /**
   * Adds an element if there is room.
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
  @CheckReturnValue
  public boolean relaxedOffer(E element) {
    return tryOffer(element, RELAXED) == Offer.ACCEPTED;
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
    return (E) tryPoll(UNBOUNDED, 0);
  }

  @Override
  public @Nullable E relaxedPoll() {
    return settled(tryPoll(RELAXED, 0));
  }

  @Override
  public @Nullable E pollIfFull() {
    return settled(tryPoll(RELAXED, capacity()));
  }

  @SuppressWarnings("unchecked") // neither null nor a mark, so an element
  private @Nullable E settled(@Nullable Object found) {
    return found == PENDING ? null : (E) found;
  }

  /**
   * Takes the oldest element if there is one.
   *
   * @param patience how many looks at a slot that another thread holds before {@link #PENDING}
   * @param least how many elements the queue must hold at that moment. The tail only grows, so what
   *     it shows before the claim still holds at the claim
   */
  @Nullable Object tryPoll(int patience, int least) {
    if (disturbers.count != 0) {
      StackRoom.require();
    }
    int looks = 0;
    int losses = 0;
    for (; ; ) {
      long position = head.getAcquire();
      int slot = slot(position);
      if (least > 0 && tailVolatile() - position < least) {
        return null;
      }
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
  @SuppressWarnings("unchecked") // neither null nor a mark, so an element
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

  @Override
  @SuppressWarnings("unchecked") // neither null nor a mark, so an element
  public @Nullable E relaxedPeek() {
    for (; ; ) {
      long position = head.getAcquire();
      int slot = slot(position);
      Object found = isPublished(position, slot) ? elementAcquire(slot) : null;
      if (position == head.getVolatile()) {
        return isElement(found) ? (E) found : null;
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

  /** The queue is full when the head is read: the tail was at this position and never goes back. */
  private boolean isFull(long position) {
    return position - head.getVolatile() >= capacity();
  }

  /**
   * The queue is empty when the tail is read: the head was at this position and never goes back.
   */
  private boolean isEmptyAt(long position) {
    return tailVolatile() - position <= 0;
  }

  /**
   * Returns whether the next slot of a side is seen not ready for the first time. The other side is
   * then probably at work on that very slot.
   */
  private static boolean firstSeenStalled(long position, PaddedAtomicLong seen) {
    if (seen.getOpaque() == position) {
      return false;
    }
    seen.setOpaque(position);
    return true;
  }

  /**
   * Touches no cache line of the other side for a moment, so that the other side gets ahead by more
   * than one slot. Otherwise two sides at nearly the same speed pass every line back and forth for
   * every element.
   */
  private static void spinBeforeRecheck() {
    for (int i = 0; i < SPINS_WHEN_LEFT_BEHIND; i++) {
      Thread.onSpinWait();
    }
  }

  /**
   * Refuses elements from this call on; the elements inside can still be taken. Returns false if
   * the queue was closed before.
   */
  boolean close() {
    StackRoom.require();
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
   * The head is read after the tail, which shortens the distance by what the consumers take in
   * between: CLOSED / 2 would take years.
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
