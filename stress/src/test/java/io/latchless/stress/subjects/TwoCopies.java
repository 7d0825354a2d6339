package io.latchless.stress.subjects;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Request figures in two copies, the writer's and a second, of which a version tells readers the
 * stable one, and a count that is there once: what a stripe of ours is, in little, with two places
 * left open where it can be done wrongly.
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

  /** What the writer's copy says of the histogram, but only once that has been published. */
  private final AtomicLong cell = new AtomicLong();

  /** With both places as they have to be. */
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

  /** Whether the second copy, read from one version on, is still what it was under another. */
  protected abstract boolean isSecondStable(long before, long now);

  /** Whether a writer stores into the cell before it publishes. */
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
    Turn.rest(); // for readers to meet a claim
    version.set(idle + PUBLISHED);
    cell.set(copies.get(IN_HISTOGRAM));
    for (int i = 0; i < FIELDS; i++) {
      if (i == HALF) {
        Turn.rest(); // for readers to meet a half of it
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
          Turn.rest(); // for writers to come between
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
    throw new UnsupportedOperationException("an interval is a matter of snapshots");
  }
}
