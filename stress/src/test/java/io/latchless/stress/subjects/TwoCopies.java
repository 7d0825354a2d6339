package io.latchless.stress.subjects;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * A small model of the library's stripe: request figures in two copies, the writer's and a second
 * one, a version that tells readers which copy is stable, and a cell that exists once. Two methods
 * are left open, where a rogue can get it wrong.
 */
public abstract class TwoCopies implements RequestSubject {
  private static final int FIELDS = 5;
  private static final int IN_HISTOGRAM = 4;
  private static final int HALF = 2;

  private static final int CLAIMED = 1;
  private static final int PUBLISHED = 2;
  private static final int STEP = 3;
  private static final int CHANGE = 4;

  private final AtomicLong version = new AtomicLong();
  private final AtomicLongArray copies = new AtomicLongArray(2 * FIELDS);

  /** The writer's copy of the histogram count, stored only after publication. */
  private final AtomicLong cell = new AtomicLong();

  /** Returns a correct model. */
  public static TwoCopies correct() {
    return new TwoCopies() {
      @Override
      protected boolean isSecondStable(long before, long now) {
        return now <= (before | CLAIMED);
      }

      @Override
      protected boolean isCellAhead() {
        return false;
      }
    };
  }

  /**
   * Returns whether a read of the second copy that began at one version is still valid at another.
   */
  protected abstract boolean isSecondStable(long before, long now);

  /** Returns whether a writer stores into the cell before it publishes. */
  protected abstract boolean isCellAhead();

  @Override
  public final void record(boolean success, long bytes, long nanos) {
    long idle = version.get();
    while ((idle & STEP) != 0 || !version.compareAndSet(idle, idle + CLAIMED)) {
      Turn.pass();
      idle = version.get();
    }
    long[] more = {success ? 1 : 0, success ? 0 : 1, bytes, nanos, 1};
    for (int i = 0; i < FIELDS; i++) {
      copies.set(i, copies.get(i) + more[i]);
    }
    if (isCellAhead()) {
      cell.set(copies.get(IN_HISTOGRAM));
    }
    Turn.rest(); // lets readers see a claim
    version.set(idle + PUBLISHED);
    cell.set(copies.get(IN_HISTOGRAM));
    for (int i = 0; i < FIELDS; i++) {
      if (i == HALF) {
        Turn.rest(); // lets readers see half of a record
      }
      copies.set(FIELDS + i, copies.get(i));
    }
    version.set(idle + CHANGE);
  }

  @Override
  public final Figures snapshot() {
    for (; ; ) {
      long before = version.get();
      boolean published = (before & STEP) == PUBLISHED;
      int copy = published ? 0 : FIELDS;
      long[] read = new long[FIELDS];
      for (int i = 0; i < FIELDS; i++) {
        if (i == HALF) {
          Turn.rest(); // lets writers in between
        }
        read[i] = copies.get(copy + i);
      }
      long inHistogram = published ? read[IN_HISTOGRAM] : cell.get();
      long now = version.get();
      if (published ? now <= before + CHANGE - PUBLISHED : isSecondStable(before, now)) {
        return new Figures(read[0], read[1], read[2], read[3], inHistogram);
      }
    }
  }

  @Override
  public final Figures interval() {
    throw new UnsupportedOperationException("the model has no intervals");
  }
}
