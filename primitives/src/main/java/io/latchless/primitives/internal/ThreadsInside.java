package io.latchless.primitives.internal;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Records which threads are inside a piece of code that must not be entered by them again.
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
   * Visits are pushed at the front of a list. A visit ends with a plain store, which no stack overflow
   * and no lack of memory can prevent. The next sweep unlinks it, wherever it is in the list. Sweeps
   * may overtake one another: a link then leads back to a visit that has ended, never past one that
   * has not, because a visit that has ended stays so.
   *
   * A thread looks only for itself and sees what it has stored, so neither field of a visit needs an
   * order of memory. The compare-and-set of the front publishes a visit to the sweeps of others.
   */

  /** One thread's stay, which that thread ends. */
  public static final class Visit {
    private @Nullable Thread visitor = Thread.currentThread();
    private @Nullable Visit next;

    private Visit() {}
  }

  private static final VarHandle FIRST =
      ConstantBootstraps.fieldVarHandle(
          MethodHandles.lookup(), "first", VarHandle.class, ThreadsInside.class, Visit.class);

  private volatile @Nullable Visit first;

  /** Returns whether the calling thread has entered and not left. */
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

  /** Applies a function, and records meanwhile that the thread is inside. */
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

  /** Returns the first visit that has not ended, from one on. */
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
