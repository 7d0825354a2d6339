package io.latchless.registry;

import io.latchless.primitives.internal.Waiters;
import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who is going through what just now: seats on cache lines of their own, of which a thread takes
 * one for as long as it goes through something.
 *
 * <p>Source: the hazard pointers of Maged Michael, "Hazard Pointers: Safe Memory Reclamation for
 * Lock-Free Objects" (IEEE TPDS 2004). Seats belong to nobody, so that threads may come and go.
 *
 * @param <T> what threads go through
 */
final class Seats<T> {
  /*
   * A thread writes what it has found into a seat and then looks whether that is still what is to be
   * found; if so, whoever takes it away does so later, and sees the seat when he looks at the seats
   * after that. This is a store before a load on both sides, hence volatile. Who leaves a seat empties
   * it first and looks for those who wait afterwards; who waits enlists first and looks at the seats
   * afterwards: one of the two sees the other. Rows of seats are added and followed with volatile
   * semantics too, for who looks at all seats must come to those that were taken before his look.
   *
   * Threads start to look for a free seat at a place given by their ids, and so mostly find the same
   * one again, in their own cache. If all are taken, more are added, and never go.
   */

  /** One thread's place. */
  static final class Seat<T> {
    private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(Object[].class);

    /** References: at least 128 bytes, before and after the two that are used. */
    private static final int PAD = 32;

    private static final int TAKEN_FOR = PAD;
    private static final int TAKEN_BY = PAD + 1;

    private final @Nullable Object[] cells = new Object[2 * PAD + 2];

    @SuppressWarnings("unchecked") // only values of type T are stored there
    private @Nullable T takenForVolatile() {
      return (T) CELL.getVolatile(cells, TAKEN_FOR);
    }

    private boolean casTakenFor(T what) {
      return CELL.compareAndSet(cells, TAKEN_FOR, null, what);
    }

    private void clearTakenForVolatile() {
      CELL.setVolatile(cells, TAKEN_FOR, null);
    }

    /**
     * Opaque: a thread asks for its own name only, and sees its own writes in their order. Plain
     * would let the compiler assume that nobody writes here.
     */
    private @Nullable Object takenByOpaque() {
      return CELL.getOpaque(cells, TAKEN_BY);
    }

    private void setTakenByOpaque(@Nullable Thread thread) {
      CELL.setOpaque(cells, TAKEN_BY, thread);
    }

    boolean tryTake(Thread thread, T what) {
      if (takenForVolatile() == null && casTakenFor(what)) {
        setTakenByOpaque(thread);
        return true;
      }
      return false;
    }

    /** What it was taken for; to be asked by the thread that has it. */
    @SuppressWarnings({"unchecked", "NullAway"}) // as above, and that thread has stored it
    T takenFor() {
      return (T) CELL.getOpaque(cells, TAKEN_FOR);
    }

    private void empty() {
      setTakenByOpaque(null);
      clearTakenForVolatile();
    }
  }

  private static final class Row<T> {
    private static final VarHandle NEXT =
        ConstantBootstraps.fieldVarHandle(
            MethodHandles.lookup(), "next", VarHandle.class, Row.class, Row.class);

    private final Seat<T>[] seats;
    private volatile @Nullable Row<T> next;

    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
    Row(int length) {
      seats = new Seat[length];
      for (int i = 0; i < length; i++) {
        seats[i] = new Seat<>();
      }
    }

    Row<T> nextOrNew() {
      Row<T> present = next;
      if (present != null) {
        return present;
      }
      Row<T> added = new Row<>(2 * seats.length);
      return NEXT.compareAndSet(this, null, added) ? added : nextOrNew();
    }
  }

  private final Row<T> first;
  private final Waiters<Seats<T>> leaving = new Waiters<>();

  /**
   * Seats for so many threads, to begin with.
   *
   * @param seats a power of two
   */
  Seats(int seats) {
    first = new Row<>(seats);
  }

  /** Takes a free seat. */
  Seat<T> take(T what) {
    Thread self = Thread.currentThread();
    for (Row<T> row = first; ; row = row.nextOrNew()) {
      Seat<T>[] seats = row.seats;
      int start = (int) self.getId();
      for (int i = 0; i < seats.length; i++) {
        Seat<T> seat = seats[(start + i) & (seats.length - 1)];
        if (seat.tryTake(self, what)) {
          return seat;
        }
      }
    }
  }

  void leave(Seat<T> seat) {
    seat.empty();
    leaving.changed(this);
  }

  /** Whether a thread has a seat. */
  boolean isTakenBy(Thread thread) {
    return isAny(seat -> seat.takenByOpaque() == thread);
  }

  /** Waits until no seat is taken for something of a kind; false if the time was up. */
  boolean awaitNoneFor(Predicate<? super T> kind, long nanos) throws InterruptedException {
    return leaving.await(() -> this, any -> true, seats -> !seats.isTakenFor(kind), nanos) != null;
  }

  private boolean isTakenFor(Predicate<? super T> kind) {
    return isAny(
        seat -> {
          T what = seat.takenForVolatile();
          return what != null && kind.test(what);
        });
  }

  private boolean isAny(Predicate<Seat<T>> condition) {
    for (Row<T> row = first; row != null; row = row.next) {
      for (Seat<T> seat : row.seats) {
        if (condition.test(seat)) {
          return true;
        }
      }
    }
    return false;
  }
}
