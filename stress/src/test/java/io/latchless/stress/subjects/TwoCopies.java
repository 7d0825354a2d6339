package io.latchless.stress.subjects;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Request figures in two copies, one of which a version names as published, and a count that is
 * there once: what a stripe of ours is, in little, with the two places left open where it can be
 * done wrongly.
 */
public abstract class TwoCopies implements RequestSubject {
  private static final int FIELDS = 5;
  private static final int IN_HISTOGRAM = 4;

  private final AtomicLong version = new AtomicLong();
  private final AtomicLongArray copies = new AtomicLongArray(2 * FIELDS);

  /** What the histogram's cell holds; the fields say what it has to. */
  private final AtomicLong cell = new AtomicLong();

  /** The two that are right. */
  public static TwoCopies correct() {
    return new TwoCopies() {
      @Override
      protected boolean isStillPublished(long published, long now) {
        return now <= published + 2;
      }

      @Override
      protected long inCell(long before, long after) {
        return before;
      }
    };
  }

  /** Whether what was read under one version was not written again before another. */
  protected abstract boolean isStillPublished(long published, long now);

  /** What a writer stores into the cell ahead of its publication. */
  protected abstract long inCell(long before, long after);

  @Override
  public final void record(boolean success, long bytes, long nanos) {
    long claimed = version.get();
    while ((claimed & 1) != 0 || !version.compareAndSet(claimed, claimed + 1)) {
      Turn.pass();
      claimed = version.get();
    }
    int from = copy(claimed);
    int to = copy(claimed + 2);
    long[] more = {success ? 1 : 0, success ? 0 : 1, bytes, nanos, 1};
    for (int i = 0; i < FIELDS; i++) {
      copies.set(to + i, copies.get(from + i) + more[i]);
    }
    cell.set(inCell(copies.get(from + IN_HISTOGRAM), copies.get(to + IN_HISTOGRAM)));
    Turn.rest(); // for readers to meet a writer
    version.set(claimed + 2);
  }

  @Override
  public final Figures snapshot() {
    for (; ; ) {
      long published = version.get() & ~1L;
      int from = copy(published);
      long[] read = new long[FIELDS];
      for (int i = 0; i < FIELDS; i++) {
        if (i == IN_HISTOGRAM / 2) {
          Turn.rest(); // for writers to come between
        }
        read[i] = copies.get(from + i);
      }
      long inHistogram = Math.max(cell.get(), read[IN_HISTOGRAM]);
      if (isStillPublished(published, version.get())) {
        return new Figures(read[0], read[1], read[2], read[3], inHistogram);
      }
    }
  }

  @Override
  public final Figures interval() {
    throw new UnsupportedOperationException("an interval is a matter of snapshots");
  }

  private static int copy(long version) {
    return (int) (version >>> 1 & 1) * FIELDS;
  }
}
