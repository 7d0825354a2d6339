package io.latchless.primitives.internal;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Records which threads are inside a piece of code that they must not enter again.
 *
 * <pre>{@code
 * ThreadsInside.Visit visit = inside.enter();
 * try {
 *   callUserCode();
 * } finally {
 *   inside.leave(visit);
 * }
 * }</pre>
 */
public final class ThreadsInside {
  /*
   * THE LIST
   *
   *     first -> newest visit -> ... -> oldest visit -> null
   *
   * Visits are pushed at the front. A visit ends with a plain store, which neither a stack overflow
   * nor a lack of memory can prevent. The next sweep unlinks it, wherever it is in the list. Sweeps
   * may overtake one another. A visit's next reference then leads back to an ended visit, but never
   * skips an active one, because an ended visit stays ended.
   *
   * ORDER. A thread looks only for itself and sees what it has stored, so neither field of a visit
   * needs memory ordering. The compare-and-set of the front publishes a visit to the sweeps of
   * other threads.
   */

  /** One thread's stay inside the code; the same thread ends it. */
  public static final class Visit {
    private @Nullable Thread visitor = Thread.currentThread();
    private @Nullable Visit next;

    private Visit() {}
  }

  private static final VarHandle FIRST =
      ConstantBootstraps.fieldVarHandle(
          MethodHandles.lookup(), "first", VarHandle.class, ThreadsInside.class, Visit.class);

  private volatile @Nullable Visit first;

  /** Returns whether the calling thread is inside. */
  public boolean hasCurrent() {
    Visit visit = first;
    if (visit == null) {
      return false;
    }
    Thread caller = Thread.currentThread();
    while (visit != null && visit.visitor != caller) {
      visit = visit.next;
    }
    return visit != null;
  }

  public Visit enter() {
    Visit mine = new Visit();
    do {
      mine.next = first;
    } while (!casFirst(mine.next, mine));
    return mine;
  }

  public void leave(Visit mine) {
    mine.visitor = null;
    sweep();
  }

  /** Applies a function, and records the calling thread as inside meanwhile. */
  public <T extends @Nullable Object> T applied(UnaryOperator<T> function, T argument) {
    Visit visit = enter();
    try {
      return function.apply(argument);
    } finally {
      leave(visit);
    }
  }

  private void sweep() {
    Visit seen;
    Visit staying;
    do {
      seen = first;
      staying = staying(seen);
    } while (seen != staying && !casFirst(seen, staying));
    for (Visit visit = staying; visit != null; visit = visit.next) {
      visit.next = staying(visit.next);
    }
  }

  /** Returns the first active visit, from the given one on. */
  private static @Nullable Visit staying(@Nullable Visit from) {
    Visit visit = from;
    while (visit != null && visit.visitor == null) {
      visit = visit.next;
    }
    return visit;
  }

  private boolean casFirst(@Nullable Visit seen, @Nullable Visit next) {
    return FIRST.compareAndSet(this, seen, next);
  }
}
