package io.latchless.benchmarks.requests;

import java.util.concurrent.TimeUnit;

/** The buckets of a {@code LatencyHistogram} in a plain array; for one thread at a time. */
final class PlainBuckets {
  private static final int BITS = 5;
  private static final int LAST = indexOf(TimeUnit.HOURS.toNanos(1)) + 1;

  private final long[] counts;

  PlainBuckets() {
    this(new long[LAST + 1]);
  }

  private PlainBuckets(long[] counts) {
    this.counts = counts;
  }

  void add(long nanos) {
    counts[Math.min(indexOf(nanos), LAST)]++;
  }

  /** Returns the index: the octave, then the highest bit and the five after it. */
  private static int indexOf(long nanos) {
    int shift = Long.SIZE - 1 - BITS - Long.numberOfLeadingZeros(nanos | 1L << BITS);
    return (shift << BITS) + (int) (nanos >>> shift);
  }

  PlainBuckets copy() {
    return new PlainBuckets(counts.clone());
  }

  /** Returns the middle of the bucket that holds a quantile; NaN if there are no values. */
  double quantile(double q) {
    long all = 0;
    for (long count : counts) {
      all += count;
    }
    long upTo = 0;
    for (int i = 0; i < counts.length; i++) {
      upTo += counts[i];
      if (upTo > 0 && upTo >= q * all) {
        return middle(i);
      }
    }
    return Double.NaN;
  }

  private static double middle(int index) {
    int shift = Math.max((index >>> BITS) - 1, 0);
    long lowest = (long) (index - (shift << BITS)) << shift;
    return lowest + ((1L << shift) - 1) / 2.0;
  }
}
