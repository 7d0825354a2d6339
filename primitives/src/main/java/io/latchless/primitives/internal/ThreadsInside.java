package io.latchless.primitives.internal;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
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
   * An immutable array, replaced by compare-and-set. With no thread inside, hasCurrent reads one
   * reference and its length. A thread finds its own visit without any order of memory: it wrote
   * that visit itself, and a copy made by another thread keeps every visit that has not ended.
   *
   * A visit ends with the store of a field, which no stack overflow and no lack of memory can
   * prevent; the array is tidied up afterwards, by this thread or by any later one.
   */

  /** One thread's stay, which that thread ends. */
  public static final class Visit {
    private volatile @Nullable Thread visitor = Thread.currentThread();

    private Visit() {}
  }

  private static final VarHandle VISITS =
      ConstantBootstraps.fieldVarHandle(
          MethodHandles.lookup(), "visits", VarHandle.class, ThreadsInside.class, Visit[].class);

  private static final Visit[] NONE = {};

  private volatile Visit[] visits = NONE;

  /** Returns whether the calling thread has entered and not left. */
  public boolean hasCurrent() {
    Visit[] seen = visits;
    return seen.length > 0 && has(seen, Thread.currentThread());
  }

  private static boolean has(Visit[] seen, Thread thread) {
    for (Visit visit : seen) {
      if (visit.visitor == thread) {
        return true;
      }
    }
    return false;
  }

  public Visit enter() {
    Visit mine = new Visit();
    Visit[] seen;
    Visit[] next;
    do {
      seen = visits;
      Visit[] going = going(seen);
      next = Arrays.copyOf(going, going.length + 1);
      next[going.length] = mine;
    } while (!casVisits(seen, next));
    return mine;
  }

  public void leave(Visit mine) {
    mine.visitor = null;
    Visit[] seen;
    do {
      seen = visits;
    } while (!casVisits(seen, going(seen)));
  }

  private static Visit[] going(Visit[] seen) {
    Visit[] going = new Visit[seen.length];
    int count = 0;
    for (Visit visit : seen) {
      if (visit.visitor != null) {
        going[count++] = visit;
      }
    }
    return count == 0 ? NONE : Arrays.copyOf(going, count);
  }

  private boolean casVisits(Visit[] seen, Visit[] next) {
    return VISITS.compareAndSet(this, seen, next);
  }
}
