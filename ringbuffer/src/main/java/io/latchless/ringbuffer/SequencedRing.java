package io.latchless.ringbuffer;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.Backoff;
import io.latchless.primitives.internal.PaddedAtomicLong;
import io.latchless.primitives.internal.StackRoom;
import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The slots of a {@link MpmcRingBuffer}, and the operations between its two ends. */
abstract class SequencedRing<E> extends Ring<E> {
  /*
   * SLOTS. Beside its sequence, which MpmcRingBuffer explains, a slot holds one of
   *
   *     an element       put by a producer, to be taken by the consumer of its position
   *     a Reservation    keeps the room of an element that a supplier is about to make
   *     MOVING           a mark: the thread that closes a gap works here, and others wait for it
   *     null             the slot is free or taken, or is a gap that consumers pass over
   *
   * DISTURBERS are threads that remove, move or reserve. A consumer takes an element by plain
   * accesses, because its claim makes the slot its own. A disturber breaks this rule. So it first
   * raises the count of disturbers and looks at the head afterwards; it touches a position only if
   * the head has not passed it. A consumer claims first and looks at the count afterwards. Both
   * writes are volatile read-modify-writes, so at least one of the two threads sees the other. A
   * consumer that sees a disturber takes its element by compare-and-set. The count is lowered after
   * the slots are settled, so a consumer that then reads zero also sees the settled slots.
   *
   * CLOSING A GAP frees the room of an element that was removed from the middle. The elements
   * before the gap move up by one, so that the gap comes to the head, which passes it:
   *
   *     head                tail          head          tail
   *      A    B    C    D                       A    B    D
   *               (C is removed)            ^ passed by the head
   *
   * Each step locks the next older element (element -> MOVING) and stores it in the gap; its own
   * slot becomes the gap. A thread that reaches a MOVING slot waits for the mover, as it waits for
   * a producer between claim and publication. Elements move towards the tail only, so a scan from
   * the head to the tail misses none. A consumer may claim a position at any moment. It then waits
   * for MOVING to go, and finds an older element, the locked one, or a gap.
   *
   * THE LOCK of a slot is a compare-and-set on the element. The same object may have been taken,
   * added again, and stored in the same slot one lap later. So the mover looks at the head once
   * more after it has locked. If the head has passed the position, the mover puts the locked
   * element back, which is right for either lap.
   *
   * RESERVATIONS. A supplier is user code, so fill calls it while nothing is claimed. A reservation
   * keeps the room meanwhile. Its slot has a published sequence, so no consumer waits for it. A
   * consumer that claims a reservation moves it to the tail, where there is room because this
   * consumer has not released its own slot yet. The element replaces the reservation by
   * compare-and-set, in the slot where the reservation is by then. No other thread touches the
   * reservation after that, so it serves the next fill.
   *
   * MOVERS exclude one another by the count of moves, which is odd while one of them works. A mover
   * that stops holds up other removals, new iterators, and the consumers of at most two slots.
   */

  static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(Object[].class);
  static final VarHandle SEQUENCE = MethodHandles.arrayElementVarHandle(int[].class);

  /**
   * The pause after a lost compare-and-set on a position. It is so long that, between two threads
   * that do nothing else, about one operation in a thousand pauses: few percentiles below the
   * 99.9th show it.
   */
  static final Backoff BACKOFF = new Backoff(12_000);

  private static final int LARGEST_CAPACITY = 1 << 30;
  private static final int LOOKS_AT_A_PENDING_SLOT = 8;
  private static final int SPINS_BETWEEN_LOOKS = 8;
  private static final int SPARES = 8;
  private static final Object MOVING = new Object();

  final PaddedAtomicLong head;
  final PaddedAtomicLong tail;
  final int mask;
  final @Nullable Object[] elements;
  final int[] sequences;
  final Disturbers disturbers = new Disturbers();
  private final AtomicLong moves = new AtomicLong();
  private final AtomicReferenceArray<@Nullable Reservation> spares =
      new AtomicReferenceArray<>(SPARES);

  SequencedRing(int capacity, long start) {
    super(capacity, LARGEST_CAPACITY);
    int slots = Math.max(2, powerOfTwo(capacity));
    mask = slots - 1;
    sequences = new int[slots];
    elements = new Object[slots];
    head = new PaddedAtomicLong(start);
    tail = new PaddedAtomicLong(start);
    for (int i = 0; i < slots; i++) {
      sequences[slot(start + i)] = (int) (start + i);
    }
  }

  /** Returns whether the queue is closed, so that nothing can be added at its tail. */
  abstract boolean isClosed();

  /** Claims a position at the tail for a reservation, or returns false if there is no room. */
  abstract boolean claimTail(Reservation reservation);

  final int slot(long position) {
    return (int) position & mask;
  }

  final boolean isPublished(long position, int slot) {
    return sequenceAcquire(slot) == (int) position + 1;
  }

  final boolean isFree(long position, int slot) {
    return sequenceAcquire(slot) == (int) position
        && (capacity() > mask || isTaken(position - capacity()));
  }

  /** Returns whether the element of a position is gone, or never existed. */
  private boolean isTaken(long position) {
    return sequenceAcquire(slot(position)) - ((int) position + mask + 1) >= 0;
  }

  final void put(long position, int slot, Object element) {
    elements[slot] = element;
    sequenceRelease(slot, position + 1);
  }

  @SuppressWarnings("unchecked") // neither null nor a mark, so an element
  final @Nullable E takeFromDisturbed(long position, int slot) {
    int looks = 0;
    for (; ; ) {
      Object found = elementAcquire(slot);
      if (found == MOVING) {
        looks = awaitOwner(looks);
      } else if (found == null || ELEMENT.compareAndSet(elements, slot, found, null)) {
        if (found instanceof Reservation reservation) {
          moveToTail(position, reservation);
          return null;
        }
        release(position, slot);
        return (E) found;
      }
    }
  }

  /** Hands the slot of a taken position on to the producer of the next lap. */
  final void release(long position, int slot) {
    sequenceRelease(slot, position + mask + 1);
  }

  static int awaitOwner(int looks) {
    if (looks < LOOKS_AT_A_PENDING_SLOT) {
      for (int i = 0; i < SPINS_BETWEEN_LOOKS; i++) {
        Thread.onSpinWait();
      }
    } else {
      yieldToOwner();
    }
    return looks + 1;
  }

  @SuppressWarnings(
      "ThreadPriorityCheck") // the owner may need the very core that this thread occupies
  private static void yieldToOwner() {
    Thread.yield();
  }

  static boolean isElement(@Nullable Object found) {
    return found != null && found != MOVING && !(found instanceof Reservation);
  }

  /**
   * Counts the threads that remove, move or reserve. It is an object of its own, apart from the
   * final fields that every operation reads.
   */
  static final class Disturbers {
    private static final VarHandle COUNT =
        ConstantBootstraps.fieldVarHandle(
            MethodHandles.lookup(), "count", VarHandle.class, Disturbers.class, int.class);

    volatile int count;

    /**
     * Orders a plain store where the stack has no room for a release store; reads as one after a
     * write.
     */
    volatile int fence;

    void raise() {
      COUNT.getAndAdd(this, 1);
    }

    void lower() {
      COUNT.getAndAdd(this, -1);
    }
  }

  // Filling

  @Override
  final int fillUpTo(int room, Supplier<? extends E> supplier, Runnable each) {
    StackRoom.require();
    int mine = (int) Thread.currentThread().getId() & (spares.length() - 1);
    Reservation spare = spares.getAndSet(mine, null);
    Reservation reservation = spare == null ? new Reservation() : spare;
    disturbers.raise();
    int filled = 0;
    try {
      while (filled < room && reserve(reservation)) {
        if (!replace(reservation, supplied(supplier, reservation))) {
          break;
        }
        filled++;
        each.run();
      }
    } finally {
      disturbers.lower();
      if (!reservation.revoked) {
        spares.set(mine, reservation);
      }
    }
    return filled;
  }

  private boolean reserve(Reservation reservation) {
    if (!claimTail(reservation)) {
      return false;
    }
    put(reservation.position, slot(reservation.position), reservation);
    return true;
  }

  private E supplied(Supplier<? extends E> supplier, Reservation reservation) {
    E element = null;
    try {
      element = requireNonNull(supplier.get(), "element from supplier");
      return element;
    } finally {
      if (element == null) {
        cancel(reservation);
      }
    }
  }

  /** Replaces the reservation by its element. Returns false if the queue was closed meanwhile. */
  private boolean replace(Reservation reservation, E element) {
    int looks = 0;
    while (!ELEMENT.compareAndSet(elements, slot(reservation.position), reservation, element)) {
      if (reservation.revoked) {
        return false;
      }
      looks = awaitOwner(looks);
    }
    return true;
  }

  private void cancel(Reservation reservation) {
    long odd = beginMoving();
    int looks = 0;
    for (; ; ) {
      int slot = slot(reservation.position);
      if (ELEMENT.compareAndSet(elements, slot, reservation, MOVING)) {
        // Locked, so it no longer moves. It may have come to the same slot one lap later.
        long position = reservation.position;
        awaitPublication(position, slot);
        closeGap(position);
        break;
      }
      if (reservation.revoked) {
        break;
      }
      looks = awaitOwner(looks);
    }
    endMoving(odd);
  }

  /**
   * Moves a reservation to the tail, or revokes it if the queue is closed.
   *
   * @param position its old position, which the caller has claimed and not yet released
   */
  private void moveToTail(long position, Reservation reservation) {
    int from = slot(position);
    int looks = 0;
    int losses = 0;
    for (; ; ) {
      if (isClosed()) {
        reservation.revoked = true;
        release(position, from);
        return;
      }
      long end = tail.getAcquire();
      int to = slot(end);
      if (to == from ? end - position == mask + 1L : isFreeBut(position, end, to)) {
        if (tail.compareAndSet(end, end + 1)) {
          reservation.position = end;
          put(end, to, reservation);
          if (to != from) {
            release(position, from);
          }
          return;
        }
        BACKOFF.pause(losses++);
      } else if (end == tail.getAcquire()) {
        looks = awaitOwner(looks);
      }
    }
  }

  private void awaitPublication(long position, int slot) {
    int looks = 0;
    while (!isPublished(position, slot)) {
      looks = awaitOwner(looks);
    }
  }

  /** Returns whether the tail has room once a position that the caller still holds is released. */
  private boolean isFreeBut(long held, long end, int slot) {
    return end - held == capacity() ? sequenceAcquire(slot) == (int) end : isFree(end, slot);
  }

  // Moving

  private long beginMoving() {
    int looks = 0;
    for (; ; ) {
      long seen = moves.get();
      if ((seen & 1) == 0 && moves.compareAndSet(seen, seen + 1)) {
        return seen + 1;
      }
      looks = awaitOwner(looks);
    }
  }

  private void endMoving(long odd) {
    moves.set(odd + 1);
  }

  /** Brings a gap, whose slot is marked as moving, to the head, and lets the head pass it. */
  private void closeGap(long gap) {
    long older = gap - 1;
    int looks = 0;
    while (head.getVolatile() - older <= 0) {
      int slot = slot(older);
      Object found = isPublished(older, slot) ? elementAcquire(slot) : null;
      if (found == null) {
        looks = awaitOwner(looks);
      } else if (ELEMENT.compareAndSet(elements, slot, found, MOVING)) {
        if (head.getVolatile() - older > 0) {
          elementRelease(slot, found);
          break;
        }
        if (found instanceof Reservation reservation) {
          reservation.position = gap;
        }
        elementRelease(slot(gap), found);
        gap = older--;
      }
    }
    elementRelease(slot(gap), null);
    if (head.compareAndSet(gap, gap + 1)) {
      release(gap, slot(gap));
    }
  }

  /**
   * Removes an element that was seen at a position, or has moved up from there since.
   *
   * @param move the count of moves before the element was seen
   * @return false if the element is gone
   */
  private boolean removeFrom(long position, Object element, long move) {
    StackRoom.require();
    disturbers.raise();
    long odd = beginMoving();
    long last = position + movesSince(move, odd - 1);
    boolean removed = false;
    for (long at = position; !removed && last - at >= 0; at++) {
      removed = removeAt(at, element);
    }
    endMoving(odd);
    disturbers.lower();
    return removed;
  }

  /**
   * Returns how many moves lie between two counts, including those under way. Each shifts an
   * element by at most one position.
   */
  private static long movesSince(long before, long now) {
    return (now - before + 1) / 2;
  }

  private boolean removeAt(long position, Object element) {
    int slot = slot(position);
    if (head.getVolatile() - position > 0
        || !ELEMENT.compareAndSet(elements, slot, element, MOVING)) {
      return false;
    }
    if (head.getVolatile() - position > 0) {
      elementRelease(slot, element);
      return false;
    }
    closeGap(position);
    return true;
  }

  /** Lets the head pass a gap that its mover has not passed yet. */
  final void passGap(long position, int slot) {
    if (head.compareAndSet(position, position + 1)) {
      release(position, slot);
    }
  }

  /** Moves a reservation at the head to the tail, unless its element has arrived meanwhile. */
  final void passReservation(long position, int slot) {
    StackRoom.require();
    disturbers.raise();
    long odd = beginMoving();
    if (elementAcquire(slot) instanceof Reservation reservation
        && ELEMENT.compareAndSet(elements, slot, reservation, MOVING)) {
      if (head.compareAndSet(position, position + 1)) {
        elements[slot] = null;
        moveToTail(position, reservation);
      } else {
        elementRelease(slot, reservation);
      }
    }
    endMoving(odd);
    disturbers.lower();
  }

  // Looking

  /**
   * Returns the settled content of a position, or null if the head has passed it. Waits for a
   * producer between claim and publication. Its {@code offer} may have returned: the publication
   * may become visible later than the claim, and a call that misses such an element would not be
   * linearizable.
   */
  private @Nullable Object settledAt(long position) {
    int slot = slot(position);
    int looks = 0;
    while (head.getVolatile() - position <= 0) {
      if (isPublished(position, slot)) {
        Object found = elementVolatile(slot);
        if (found != MOVING) {
          return head.getVolatile() - position > 0 ? null : found;
        }
      }
      looks = awaitOwner(looks);
    }
    return null;
  }

  @Override
  public final boolean contains(@Nullable Object element) {
    return element != null && find(element, false);
  }

  @Override
  public final boolean remove(@Nullable Object element) {
    return element != null && find(element, true);
  }

  private boolean find(Object element, boolean remove) {
    long start = moves.get();
    long end = tailVolatile();
    for (long position = head.getVolatile();
        end + movesSince(start, moves.get()) - position > 0 && tailVolatile() - position > 0;
        position++) {
      long move = moves.get();
      Object found = settledAt(position);
      if (found != null
          && isElement(found)
          && element.equals(found)
          && (!remove || removeFrom(position, found, move))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public final boolean isEmpty() {
    for (; ; ) {
      long first = head.getVolatile();
      long end = tailVolatile();
      long position = first;
      while (end - position > 0 && isPassable(position)) {
        position++;
      }
      if (first == head.getVolatile()) {
        if (end - position > 0) {
          return false;
        }
        if (end == tailVolatile()) {
          return true;
        }
      }
    }
  }

  private boolean isPassable(long position) {
    int slot = slot(position);
    if (!isPublished(position, slot)) {
      return false;
    }
    Object found = elementVolatile(slot);
    return found == null || found instanceof Reservation;
  }

  @Override
  public final Iterator<E> iterator() {
    return new Shown();
  }

  /**
   * Shows the settled elements that the queue held at one moment. A walk from slot to slot would
   * show an element twice if it moves.
   */
  private final class Shown implements Iterator<E> {
    private final List<Place<E>> places = new ArrayList<>();
    private final long move;
    private int next;
    private @Nullable Place<E> ahead;
    private @Nullable Place<E> removable;

    Shown() {
      long seen;
      do {
        places.clear();
        seen = awaitNoMove();
        long end = tailVolatile();
        for (long position = head.getVolatile(); end - position > 0; position++) {
          look(position);
        }
      } while (moves.get() != seen);
      move = seen;
      advance();
    }

    private void advance() {
      do {
        ahead = next < places.size() ? places.get(next++) : null;
      } while (ahead != null && hasGone(ahead));
    }

    private boolean hasGone(Place<E> place) {
      return head.getVolatile() - place.position > movesSince(move, moves.get());
    }

    private long awaitNoMove() {
      int looks = 0;
      for (; ; ) {
        long seen = moves.get();
        if ((seen & 1) == 0) {
          return seen;
        }
        looks = awaitOwner(looks);
      }
    }

    @SuppressWarnings("unchecked") // neither null nor a mark, so an element
    private void look(long position) {
      int slot = slot(position);
      if (isPublished(position, slot)) {
        Object found = elementAcquire(slot);
        if (found != null && isElement(found) && head.getVolatile() - position <= 0) {
          places.add(new Place<>(position, (E) found));
        }
      }
    }

    @Override
    public boolean hasNext() {
      return ahead != null;
    }

    @Override
    public E next() {
      Place<E> shown = ahead;
      if (shown == null) {
        throw new NoSuchElementException("the iterator is at the end");
      }
      removable = shown;
      advance();
      return shown.element;
    }

    @Override
    public void remove() {
      Place<E> last = removable;
      if (last == null) {
        throw new IllegalStateException("next has not been called since the last removal");
      }
      removable = null;
      var unused = removeFrom(last.position, last.element, move);
    }
  }

  private record Place<E>(long position, E element) {}

  // Access

  final int sequenceAcquire(int slot) {
    return (int) SEQUENCE.getAcquire(sequences, slot);
  }

  final void sequenceRelease(int slot, long sequence) {
    SEQUENCE.setRelease(sequences, slot, (int) sequence);
  }

  final @Nullable Object elementAcquire(int slot) {
    return ELEMENT.getAcquire(elements, slot);
  }

  /**
   * Reads an element for a verdict. "Empty" must stay behind what the thread did to another queue
   * before, and behind the count that a waiter has raised.
   */
  private @Nullable Object elementVolatile(int slot) {
    return ELEMENT.getVolatile(elements, slot);
  }

  private void elementRelease(int slot, @Nullable Object found) {
    ELEMENT.setRelease(elements, slot, found);
  }

  @Override
  final long headVolatile() {
    return head.getVolatile();
  }
}
