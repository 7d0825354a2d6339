package io.latchless.metrics;

import io.latchless.primitives.internal.Arguments;
import io.latchless.primitives.internal.StackRoom;
import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * Counts latencies, or any other values from zero upward, in a fixed set of narrow ranges, for
 * quantiles with a known error.
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
 * <p>Buckets are one unit wide at first, and twice as wide from octave to octave, so the error is a
 * fraction of the value. Their number depends only on the precision and on the highest value, which
 * are chosen at construction. There is no count beside the buckets that could disagree with them:
 * the count is their sum.
 *
 * <p><b>Intervals.</b> For the records of the last minute, keep the snapshot of a minute ago and
 * subtract it with {@link HistogramSnapshot#minus}. This disturbs no other thread, and any number
 * of readers may do so, each with intervals of its own. {@link #snapshotThenReset} is for a single
 * reader that keeps no snapshot; do not mix the two.
 *
 * <p><b>Coordinated omission.</b> A client that waits for each answer before it asks again asks too
 * rarely just when answers are slow, and so measures too few slow ones. {@link #recordCorrected}
 * adds the measurements that it missed.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Recorders, readers<td>any number of each
 *   <tr><th scope="row">Progress<td>all operations are wait-free: no loop depends on other threads.
 *       One exception: a correction that adds more than 2<sup>32</sup> records to one bucket is
 *       lock-free
 *   <tr><th scope="row">Linearizable<td>each record by itself. A snapshot reads the buckets one
 *       after the other. It contains every record that returned before the snapshot began, and none
 *       that began after it returned; of two records made meanwhile it may contain only the later
 *       one. Its count is always the sum of its buckets
 *   <tr><th scope="row">Happens-before<td>actions before a record happen before actions of another
 *       thread on a snapshot that counts it
 *   <tr><th scope="row">Allocation<td>a record allocates nothing, except for the stripes that
 *       contention adds; a snapshot allocates its counts
 *   <tr><th scope="row">Complexity<td>{@code record}: one increment; {@code recordCorrected}: at
 *       most one addition for each bucket; snapshots: the buckets of all stripes
 *   <tr><th scope="row">Error bound<td>the width of a bucket is at most 2<sup>-precisionBits</sup>
 *       of its values, by default 1/32 (3.125 %), and the answers of a snapshot are off by less
 *       than half of that; values below 2<sup>precisionBits + 1</sup> are exact
 *   <tr><th scope="row">Too many records<td>a bucket, and a sum of buckets, stays at 2<sup>63</sup>
 *       - 1 once it is there
 *   <tr><th scope="row">Values too high<td>are counted in a bucket of their own, see {@link
 *       HistogramSnapshot#saturated}
 *   <tr><th scope="row">Memory<td>about 10,000 bytes by default, and 9,900 for every stripe that
 *       contention adds, until there are twice as many stripes as processors, rounded up to a power
 *       of two; the number of records makes no difference
 * </table>
 *
 * <p>Source: Gil Tene's HdrHistogram, for log-linear buckets and the correction of coordinated
 * omission; the stripes follow Doug Lea's {@code Striped64}.
 *
 * @since 0.1.0
 */
public final class LatencyHistogram {
  /*
   * STRIPES. A stripe is an array of counts, one for each bucket. Threads are spread over the
   * stripes by their ids, and add to the counts there. No other state would have to agree with the
   * counts.
   *
   *     stripes       pad | count of bucket 0, 1, 2 ... | pad        threads with some ids
   *                   pad | count of bucket 0, 1, 2 ... | pad        threads with other ids
   *
   * GROWTH. A thread looks at a count just before it adds to it. If the addition finds another
   * value, another thread was at the same count at the same time, and the thread tries once to
   * double the stripes. Nothing waits for the value that the look found. Neighbouring counts share
   * cache lines, and threads that collide there go unnoticed; but latencies that close are often
   * equal too. Stripes are never removed and never copied. A longer row of stripes starts with all
   * stripes of the shorter one, so a thread may go on using the shorter row without harm.
   *
   * ORDER. Increments and the reads of a snapshot are volatile. Release and acquire would be enough
   * to hand over the recorder's earlier actions. But then a recorder that looks at something else
   * after its record, and a reader that changes that and takes a snapshot, might miss each other.
   * On x86 the increments are the same instructions, and the reads are plain moves. The look before
   * an addition is opaque: a stale value costs an attempt to double. A recorder reads the row of
   * stripes with acquire, because it must see the stripes zeroed; it need not see that the row has
   * grown. A snapshot must find the stripes of all records that have returned, and reads the row
   * volatile, like the counts.
   *
   * OVERFLOW. A count is an unsigned 64-bit number. Corrections do not take it beyond 2^63 - 1.
   * Single records may add to it after that; there is as much room again, which they do not fill in
   * a century. A count beyond 2^63 - 1 reads as 2^63 - 1. Corrections of ordinary size need no
   * loop: to get from 2^63 to 2^64, 2^31 threads would have to be between the look and the addition
   * at once.
   *
   * RESET. A reset takes each count away in one atomic step, so each record is in exactly one of
   * the snapshots that resets return. Counts that are zero are left alone: a record that arrives
   * just then belongs to the next snapshot.
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

  /** The most records that are added by one atomic addition, without a loop. */
  private static final long ORDINARY = 1L << 32;

  /** Longs before the first count of a stripe, and after the last: 128 bytes. */
  private static final int PAD = 16;

  private final Buckets buckets;
  private final int mostStripes;

  @SuppressWarnings("unused") // used through its handle
  private volatile long[][] stripes;

  /**
   * Creates a histogram for nanoseconds up to an hour, whose buckets are no wider than 1/32 of
   * their values.
   */
  public LatencyHistogram() {
    this(NANOS_UP_TO_AN_HOUR, mostStripes(Runtime.getRuntime().availableProcessors()));
  }

  /**
   * Creates a histogram with a precision and a range of its own, for values in any unit.
   *
   * @param precisionBits how many bits of a value are kept behind its highest one, from 1 to 14: an
   *     octave has 2<sup>precisionBits</sup> buckets, and each takes 8 bytes per stripe
   * @param highest the highest value that the histogram tells from higher ones, from 1 to
   *     2<sup>62</sup> - 1; rounded up to the end of its bucket, see {@link #highestTrackable()}
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

  /**
   * Returns twice the processors, rounded up to a power of two, so that few threads have to share.
   */
  static int mostStripes(int processors) {
    return 2 * Integer.highestOneBit(2 * processors - 1);
  }

  /**
   * Returns the precision.
   *
   * @return how many bits of a value are kept behind its highest one
   */
  public int precisionBits() {
    return buckets.precisionBits();
  }

  /**
   * Returns the highest value that the histogram tells from higher ones.
   *
   * @return the value given at construction, rounded up to the end of its bucket
   */
  public long highestTrackable() {
    return buckets.highestTrackable();
  }

  /**
   * Counts a value.
   *
   * @param value at least 0, in the histogram's unit; above {@link #highestTrackable()} it counts
   *     as too high
   * @throws IllegalArgumentException if {@code value} is negative
   */
  public void record(long value) {
    Arguments.requireNotNegative(value, "value");
    add(buckets.indexOf(value), 1);
  }

  /**
   * Counts a value measured by a client that was to ask at fixed intervals and could not while it
   * waited. Also counts the values that it would have measured meanwhile: shorter by one interval,
   * by two, and so on, as long as an interval is left. Each of them is counted by itself: if the
   * stack overflows meanwhile, some may be counted and others not.
   *
   * @param value at least 0, in the histogram's unit
   * @param expectedInterval the intended time from one measurement to the next, in the same unit,
   *     at least 1
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

  /** Adds up to the greatest count. */
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

  /** Multiples of the golden ratio spread evenly; takes as many of their highest bits as needed. */
  static int stripeOf(long thread, int stripes) {
    return (int) ((thread * GOLDEN_RATIO) >>> 1 >>> Long.numberOfLeadingZeros(stripes));
  }

  /** Doubles the stripes, unless another thread was faster or there are as many as there may be. */
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
   * Returns the records since construction, or since the last reset.
   *
   * @return an immutable copy of the counts
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
   * Returns the records since the last reset, and resets. Each record is in exactly one of the
   * snapshots that this method returns, even if several threads call it. A reset costs an atomic
   * operation for every non-empty bucket of every stripe, and takes the cache lines from recording
   * threads; {@link HistogramSnapshot#minus} only reads.
   *
   * @return an immutable copy of the counts
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
   * Returns a snapshot, for a log line.
   *
   * @return as {@link HistogramSnapshot#toString()}
   */
  @Override
  public String toString() {
    return snapshot().toString();
  }
}
