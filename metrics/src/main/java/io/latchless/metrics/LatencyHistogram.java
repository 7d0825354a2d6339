package io.latchless.metrics;

import io.latchless.primitives.internal.Arguments;
import io.latchless.primitives.internal.StackRoom;
import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * Counts how often a latency, or any other value from zero upward, lay in which of a fixed set of
 * narrow ranges, for quantiles with a known error.
 *
 * <pre>{@code
 * LatencyHistogram latencies = new LatencyHistogram();     // nanoseconds, up to an hour
 * long began = System.nanoTime();
 * ...
 * latencies.record(System.nanoTime() - began);
 *
 * HistogramSnapshot now = latencies.snapshot();
 * now.quantile(0.99).ifPresent(nanos -> log.info("p99 {} us", nanos / 1_000));
 * }</pre>
 *
 * <p>Buckets are as wide as one unit first, and twice as wide from octave to octave, so that the
 * error is a fraction of the value, whatever its size. Their number depends on the precision and on
 * the highest value only, both of which are chosen once. There is no count beside the buckets, and
 * so none that could disagree with them: what was recorded is their sum.
 *
 * <p><b>Intervals.</b> For the records of the last minute, keep the snapshot of a minute ago and
 * take {@link HistogramSnapshot#minus} of it: that disturbs nobody, and any number of readers may
 * do so, each with intervals of its own. {@link #snapshotThenReset} is for one reader that wants to
 * keep nothing; do not mix the two.
 *
 * <p><b>Coordinated omission.</b> A client that waits for each answer before it asks again asks too
 * seldom just when answers are slow, and so measures few of the slow ones. {@link #recordCorrected}
 * adds those that it should have measured.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Recorders, readers<td>any number of each
 *   <tr><th scope="row">Progress<td>wait-free, all operations: no loop depends on what others do. One exception:
 *       a correction that adds more than 2<sup>32</sup> records to one bucket is lock-free
 *   <tr><th scope="row">Linearizable<td>each record by itself. A snapshot reads the buckets one after the
 *       other: it has every record that returned before the snapshot began, and none that began after it returned, but
 *       of two that were made meanwhile it may have only the later one. Its count is the sum of its buckets
 *       always
 *   <tr><th scope="row">Happens-before<td>what a thread did before a record happens before what another does
 *       with a snapshot that counts it
 *   <tr><th scope="row">Allocation<td>none in records, but for the stripes that contention adds; a snapshot
 *       its counts
 *   <tr><th scope="row">Complexity<td>{@code record}: one increment; {@code recordCorrected}: one for each bucket at most;
 *       snapshots: the buckets of all stripes
 *   <tr><th scope="row">Error bound<td>a bucket is at most 2<sup>-precisionBits</sup> of its values wide, by default
 *       1/32 (3.125 %), and what a snapshot answers is off by less than half of that; values below
 *       2<sup>precisionBits + 1</sup> are exact
 *   <tr><th scope="row">Too many records<td>a bucket, and a sum of buckets, stays at 2<sup>63</sup> - 1 once it is
 *       there
 *   <tr><th scope="row">Values too high<td>are counted, in a bucket of their own, see {@link
 *       HistogramSnapshot#saturated}
 *   <tr><th scope="row">Memory<td>about 10,000 bytes by default, and 9,900 for every stripe that contention adds, until there
 *       are twice as many as processors, rounded up to a power of two; never more, however much is recorded
 * </table>
 *
 * <p>Source: Gil Tene's HdrHistogram, for log-linear buckets and the correction of coordinated
 * omission; the stripes follow Doug Lea's {@code Striped64}.
 */
public final class LatencyHistogram {
  /*
   * A stripe is an array of counts, one for each bucket. Threads are spread over the stripes by
   * their ids, and all add to the counts there; nobody else keeps anything that would have to agree
   * with them.
   *
   * A count is looked at just before it is added to. If it was another one by then, a thread was at
   * the same count at the same time, and one attempt is made to double the stripes; nothing waits for
   * what the look found. Neighbouring counts share cache lines, and threads that get in each other's
   * way there go unnoticed; but latencies that are close enough for
   * that are often equal too. Stripes are never taken away and never copied: a longer row of
   * stripes starts with all those of the shorter one, so who still uses that does so without harm.
   *
   * Increments and the reads of a snapshot are volatile. Release and acquire would do to hand over
   * what recorders did before; but then a recorder that looks at something else after its record,
   * and a reader that changes that and takes a snapshot, might miss each other both. On x86 the
   * increments are the same instructions, and the reads plain moves. The look before an
   * addition is opaque: what is stale costs an attempt to double. A recorder reads the row of stripes
   * with acquire, for stripes must be seen zeroed; that the row may have become longer is no matter
   * to it. A snapshot must find the stripes of all records that have returned, and reads the row as
   * it reads the counts.
   *
   * A count has 64 bits without a sign. Corrections do not take it beyond 2^63 - 1, and for what single
   * records add after that there is as much room again, which they do not fill in a century. Whatever
   * is beyond reads as 2^63 - 1. Corrections of ordinary size take no loop: 2^31 threads would have to be
   * between the look and the addition to get from 2^63 to 2^64.
   *
   * A reset takes each count away in one atomic step, so each record is in exactly one of the
   * snapshots that resets return. Counts that are zero are left alone: a record that comes just
   * then is for the next.
   */

  private static final VarHandle COUNT = MethodHandles.arrayElementVarHandle(long[].class);
  private static final VarHandle STRIPES =
      ConstantBootstraps.fieldVarHandle(
          MethodHandles.lookup(),
          "stripes",
          VarHandle.class,
          LatencyHistogram.class,
          long[][].class);

  static final Buckets NANOS_UP_TO_AN_HOUR = Buckets.of(5, 3_600_000_000_000L);
  private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

  /** Of records that are added by one addition, whatever others add meanwhile. */
  private static final long ORDINARY = 1L << 32;

  /** Longs: 128 bytes before the first count of a stripe, and after the last. */
  private static final int PAD = 16;

  private final Buckets buckets;
  private final int mostStripes;

  @SuppressWarnings("unused") // through its handle
  private volatile long[][] stripes;

  /** A histogram for nanoseconds up to an hour, with buckets no wider than 1/32 of their values. */
  public LatencyHistogram() {
    this(NANOS_UP_TO_AN_HOUR, mostStripes(Runtime.getRuntime().availableProcessors()));
  }

  /**
   * A histogram of a precision and a range of its own, in whatever unit values are recorded.
   *
   * @param precisionBits how many bits of a value are kept behind its highest one, from 1 to 14: an
   *     octave has 2<sup>precisionBits</sup> buckets, and each takes 8 bytes a stripe
   * @param highest the highest value that is to be told from higher ones, from 1 to 2<sup>62</sup>
   *     - 1; rounded up to the end of its bucket, see {@link #highestTrackable()}
   * @throws IllegalArgumentException if either is out of these bounds
   */
  public LatencyHistogram(int precisionBits, long highest) {
    this(
        Buckets.of(precisionBits, highest),
        mostStripes(Runtime.getRuntime().availableProcessors()));
  }

  LatencyHistogram(Buckets buckets, int mostStripes) {
    this.buckets = buckets;
    this.mostStripes = mostStripes;
    this.stripes = new long[][] {newStripe()};
  }

  /** Twice the processors, rounded up to a power of two, so that few threads have to share. */
  static int mostStripes(int processors) {
    return 2 * Integer.highestOneBit(2 * processors - 1);
  }

  /**
   * How finely values are told apart.
   *
   * @return the bits of a value that are kept behind its highest one
   */
  public int precisionBits() {
    return buckets.precisionBits();
  }

  /**
   * The highest value that is told from higher ones.
   *
   * @return the value asked for at construction, or the end of its bucket if that is higher
   */
  public long highestTrackable() {
    return buckets.highestTrackable();
  }

  /**
   * Counts a value.
   *
   * @param value from 0 upward, in the histogram's unit; above {@link #highestTrackable()} it
   *     counts as too high
   * @throws IllegalArgumentException if it is negative
   */
  public void record(long value) {
    Arguments.requireNotNegative(value, "value");
    add(buckets.indexOf(value), 1);
  }

  /**
   * Counts a value that was measured by a client that was to ask at fixed intervals and could not
   * while it waited, together with those that it would have measured: shorter by one interval, by
   * two, and so on, as long as an interval is left. Each of them is counted by itself: if the stack
   * runs out meanwhile, some may be counted and others not.
   *
   * @param value from 0 upward, in the histogram's unit
   * @param expectedInterval the time from one measurement to the next as it was meant to be, in the
   *     same unit, at least 1
   * @throws IllegalArgumentException if either is below these bounds
   */
  public void recordCorrected(long value, long expectedInterval) {
    Arguments.requireBetween(1, Long.MAX_VALUE, expectedInterval, "expectedInterval");
    record(value);
    long missing = value - expectedInterval;
    while (missing >= expectedInterval) {
      int index = buckets.indexOf(missing);
      long least = Math.max(buckets.lowest(index), expectedInterval);
      long together = (missing - least) / expectedInterval + 1;
      addMany(index, together);
      missing -= together * expectedInterval;
    }
  }

  private void add(int index, long records) {
    long[][] seen = stripesAcquire();
    long[] stripe =
        seen.length == 1 ? seen[0] : seen[stripeOf(Thread.currentThread().getId(), seen.length)];
    long before = countOpaque(stripe, index);
    if (getAndAddCount(stripe, index, records) != before) {
      tryDoubleStripes(seen);
    }
  }

  /** Up to the greatest count that there is. */
  private void addMany(int index, long records) {
    long[][] seen = stripesAcquire();
    long[] stripe = seen[stripeOf(Thread.currentThread().getId(), seen.length)];
    if (records > ORDINARY) {
      long before;
      do {
        before = countOpaque(stripe, index);
      } while (before >= 0
          && !casCount(stripe, index, before, Sums.saturatingAdd(before, records)));
    } else if (countOpaque(stripe, index) >= 0) {
      getAndAddCount(stripe, index, records);
    }
  }

  /** Multiples of the golden ratio spread evenly; of each the highest bits, as many as needed. */
  static int stripeOf(long thread, int stripes) {
    return (int) ((thread * GOLDEN_RATIO) >>> 1 >>> Long.numberOfLeadingZeros(stripes));
  }

  /** Does nothing if another thread has been faster, or if there are as many as there may be. */
  void tryDoubleStripes(long[][] seen) {
    if (seen.length < mostStripes && stripesAcquire() == seen) {
      long[][] doubled = Arrays.copyOf(seen, 2 * seen.length);
      for (int i = seen.length; i < doubled.length; i++) {
        doubled[i] = newStripe();
      }
      casStripes(seen, doubled);
    }
  }

  private long[] newStripe() {
    return new long[PAD + buckets.count() + PAD];
  }

  /**
   * What has been recorded since the beginning, or since the last reset.
   *
   * @return the counts, which change no more
   */
  public HistogramSnapshot snapshot() {
    long[] counts = new long[buckets.count()];
    for (long[] stripe : stripesVolatile()) {
      for (int i = 0; i < counts.length; i++) {
        counts[i] = Sums.saturatingAdd(counts[i], Sums.capped(countVolatile(stripe, i)));
      }
    }
    return new HistogramSnapshot(buckets, counts);
  }

  /**
   * What has been recorded since the last reset, which it ends: each record is in exactly one of
   * the snapshots that this returns, also if several threads call it. It costs an atomic operation
   * for every bucket of a stripe that is not empty, and takes the cache lines from those who
   * record; {@link HistogramSnapshot#minus} only reads.
   *
   * @return the counts, which change no more
   */
  public HistogramSnapshot snapshotThenReset() {
    long[] counts = new long[buckets.count()];
    StackRoom.require();
    for (long[] stripe : stripesVolatile()) {
      for (int i = 0; i < counts.length; i++) {
        if (countVolatile(stripe, i) != 0) {
          counts[i] = Sums.saturatingAdd(counts[i], Sums.capped(getAndSetCount(stripe, i, 0)));
        }
      }
    }
    return new HistogramSnapshot(buckets, counts);
  }

  long[][] stripesVolatile() {
    return (long[][]) STRIPES.getVolatile(this);
  }

  private long[][] stripesAcquire() {
    return (long[][]) STRIPES.getAcquire(this);
  }

  private boolean casStripes(long[][] expected, long[][] next) {
    return STRIPES.compareAndSet(this, expected, next);
  }

  private static long countOpaque(long[] stripe, int index) {
    return (long) COUNT.getOpaque(stripe, PAD + index);
  }

  private static long countVolatile(long[] stripe, int index) {
    return (long) COUNT.getVolatile(stripe, PAD + index);
  }

  private static long getAndAddCount(long[] stripe, int index, long records) {
    return (long) COUNT.getAndAdd(stripe, PAD + index, records);
  }

  private static boolean casCount(long[] stripe, int index, long expected, long next) {
    return COUNT.compareAndSet(stripe, PAD + index, expected, next);
  }

  private static long getAndSetCount(long[] stripe, int index, long next) {
    return (long) COUNT.getAndSet(stripe, PAD + index, next);
  }

  /**
   * A snapshot for a log line.
   *
   * @return what {@link HistogramSnapshot#toString()} says of it
   */
  @Override
  public String toString() {
    return snapshot().toString();
  }
}
