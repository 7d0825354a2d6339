package io.latchless.metrics;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.CheckReturnValue;
import io.latchless.primitives.internal.Arguments;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The counts of a {@link LatencyHistogram} at one time, or within one interval: how many values lay
 * in each range.
 *
 * <pre>{@code
 * HistogramSnapshot now = latencies.snapshot();
 * HistogramSnapshot lastMinute = now.minus(aMinuteAgo);
 * lastMinute.quantile(0.999).ifPresent(nanos -> gauge.set(nanos));
 * HistogramSnapshot allHosts = hosts.stream().reduce(empty, HistogramSnapshot::merge);
 * }</pre>
 *
 * <p>All values are in the recorded unit. {@code count} is computed as the sum of the buckets. A
 * count stays at 2<sup>63</sup> - 1 once it is there.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Threads<td>any number; immutable
 *   <tr><th scope="row">Progress<td>all operations are wait-free
 *   <tr><th scope="row">Linearizable<td>immutable
 *   <tr><th scope="row">Happens-before<td>actions before a record happen before actions of another
 *       thread on a snapshot that counts it; its fields are final, so it is complete however it is
 *       published
 *   <tr><th scope="row">Allocation<td>{@code merge}, {@code minus}: a snapshot; {@code quantile}: a
 *       few small objects; the others only the optional values that they return
 *   <tr><th scope="row">Complexity<td>{@code count}: constant; all other operations go through the
 *       buckets once
 *   <tr><th scope="row">Error bound<td>{@code quantile}, {@code mean}: off by less than a
 *       2<sup>precisionBits + 1</sup>th of the true one, 1/64 (1.6 %) by default; {@code min},
 *       {@code max}, {@code countAtMost}: as wide as a bucket, 1/32; values that are too high count
 *       as the lowest such value in {@code quantile} and {@code mean}
 *   <tr><th scope="row">Memory<td>about 9,700 bytes by default: 8 for every bucket
 *   <tr><th scope="row">Empty means<td>nothing was recorded: there is no quantile, mean, least or
 *       greatest value
 * </table>
 *
 * @since 0.1.0
 */
@CheckReturnValue
public final class HistogramSnapshot {
  /** Receives buckets. */
  @FunctionalInterface
  public interface BucketConsumer {
    /**
     * Receives a bucket.
     *
     * @param lowest the lowest value that it counts
     * @param highest the highest value that it counts; {@link Long#MAX_VALUE} for the values that
     *     are too high
     * @param count how many values it counts, at least 1
     */
    void accept(long lowest, long highest, long count);
  }

  private final Buckets buckets;
  private final long[] counts;
  private final long count;

  /** Takes the array over: the caller must not change it afterwards. */
  HistogramSnapshot(Buckets buckets, long[] counts) {
    this.buckets = buckets;
    this.counts = counts;
    long sum = 0;
    for (long each : counts) {
      sum = Sums.saturatingAdd(sum, each);
    }
    this.count = sum;
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
   * @return the value, in the recorded unit
   */
  public long highestTrackable() {
    return buckets.highestTrackable();
  }

  /**
   * Returns how many values were recorded.
   *
   * @return the sum of all buckets, values that are too high included; 2<sup>63</sup> - 1 if it is
   *     that or more
   */
  public long count() {
    return count;
  }

  /**
   * Returns how many values were too high to be told apart. Unless it is zero, the mean and the
   * quantiles that fall on such a value are too low.
   *
   * @return how many were above {@link #highestTrackable()}
   */
  public long saturated() {
    return counts[buckets.overflow()];
  }

  /**
   * Returns a lower bound of the least value, less than the width of a bucket away.
   *
   * @return the lowest value of the first non-empty bucket; empty if nothing was recorded
   */
  public OptionalLong min() {
    return count == 0
        ? OptionalLong.empty()
        : OptionalLong.of(buckets.lowest(bucketOfRank(BigDecimal.ONE)));
  }

  /**
   * Returns an upper bound of the greatest value, less than the width of a bucket away.
   *
   * @return the highest value of the last non-empty bucket; {@link Long#MAX_VALUE} if any value was
   *     too high; empty if nothing was recorded
   */
  public OptionalLong max() {
    return count == 0
        ? OptionalLong.empty()
        : OptionalLong.of(buckets.highest(bucketOfRank(total())));
  }

  /**
   * Returns the mean, with each value taken as the middle of its bucket.
   *
   * @return empty if nothing was recorded
   */
  public OptionalDouble mean() {
    if (count == 0) {
      return OptionalDouble.empty();
    }
    double sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += (double) buckets.middle(i) * counts[i];
    }
    return OptionalDouble.of(sum / total().doubleValue());
  }

  /**
   * Returns the least recorded value that at least {@code q * count} values, rounded up, do not
   * exceed. Of 1,000 values the 0.99-quantile is the 990th in order, the 0-quantile the first, and
   * the 1-quantile the last.
   *
   * @param q from 0 to 1, taken as the decimal number that it prints as: 0.07 of 100 values are 7,
   *     though 0.07 is a little more in binary
   * @return the middle of the bucket that holds this value; empty if nothing was recorded
   * @throws IllegalArgumentException if {@code q} is not from 0 to 1
   */
  public OptionalLong quantile(double q) {
    if (!(q >= 0 && q <= 1)) {
      throw new IllegalArgumentException("q must be from 0 to 1, was " + q);
    }
    return count == 0
        ? OptionalLong.empty()
        : OptionalLong.of(buckets.middle(bucketOfRank(rankOf(q))));
  }

  private BigDecimal rankOf(double q) {
    BigDecimal rank = BigDecimal.valueOf(q).multiply(total());
    return rank.setScale(0, RoundingMode.CEILING).max(BigDecimal.ONE);
  }

  /** Returns the sum of the counts, even if {@link #count} has reached its limit. */
  private BigDecimal total() {
    if (count < Long.MAX_VALUE) {
      return BigDecimal.valueOf(count);
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (long each : counts) {
      sum = sum.add(BigDecimal.valueOf(each));
    }
    return sum;
  }

  private int bucketOfRank(BigDecimal rank) {
    int index = 0;
    if (count < Long.MAX_VALUE) {
      long left = rank.longValueExact() - counts[0];
      while (left > 0) {
        left -= counts[++index];
      }
    } else {
      BigDecimal left = rank.subtract(BigDecimal.valueOf(counts[0]));
      while (left.signum() > 0) {
        left = left.subtract(BigDecimal.valueOf(counts[++index]));
      }
    }
    return index;
  }

  /**
   * Returns how many values were at most {@code value}, or share its bucket.
   *
   * @param value at least 0; the result is exact for the end of a bucket
   * @return the sum of all buckets up to and including that of {@code value}
   * @throws IllegalArgumentException if {@code value} is negative
   */
  public long countAtMost(long value) {
    Arguments.requireNotNegative(value, "value");
    long sum = 0;
    for (int i = buckets.indexOf(value); i >= 0; i--) {
      sum = Sums.saturatingAdd(sum, counts[i]);
    }
    return sum;
  }

  /**
   * Returns the sum of this snapshot and another one, for example of another host or interval.
   *
   * @param other a snapshot with the same precision and the same highest value
   * @return the sums, bucket by bucket, each 2<sup>63</sup> - 1 if it is that or more
   * @throws IllegalArgumentException if {@code other} has another precision or another highest
   *     value
   */
  public HistogramSnapshot merge(HistogramSnapshot other) {
    requireSameLayout(other, "other");
    long[] sums = counts.clone();
    for (int i = 0; i < sums.length; i++) {
      sums[i] = Sums.saturatingAdd(sums[i], other.counts[i]);
    }
    return new HistogramSnapshot(buckets, sums);
  }

  /**
   * Returns the records between an earlier snapshot of the same histogram and this one.
   *
   * @param earlier a snapshot that was complete before this one was begun, with no reset in between
   * @return the differences, bucket by bucket
   * @throws IllegalArgumentException if {@code earlier} has another precision or another highest
   *     value, or more values in any bucket than this one and so cannot be earlier
   */
  public HistogramSnapshot minus(HistogramSnapshot earlier) {
    requireSameLayout(earlier, "earlier");
    long[] differences = counts.clone();
    for (int i = 0; i < differences.length; i++) {
      differences[i] -= earlier.counts[i];
      if (differences[i] < 0) {
        throw new IllegalArgumentException(
            "earlier must be an earlier snapshot of the same histogram, but counts "
                + earlier.counts[i]
                + " values from "
                + buckets.lowest(i)
                + " to "
                + buckets.highest(i)
                + ", and this one counts "
                + counts[i]);
      }
    }
    return new HistogramSnapshot(buckets, differences);
  }

  private void requireSameLayout(HistogramSnapshot other, String name) {
    requireNonNull(other, name);
    if (!buckets.equals(other.buckets)) {
      throw new IllegalArgumentException(
          name + " must have buckets of " + buckets + ", had " + other.buckets);
    }
  }

  /**
   * Goes through the non-empty buckets, from the lowest values to the highest.
   *
   * @param action receives each bucket, on the calling thread; an exception that it throws ends the
   *     walk and is passed on
   */
  public void forEachBucket(BucketConsumer action) {
    requireNonNull(action, "action");
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] != 0) {
        action.accept(buckets.lowest(i), buckets.highest(i), counts[i]);
      }
    }
  }

  /**
   * Returns whether another snapshot has the same counts in the same buckets.
   *
   * @param object the object to compare with
   * @return true if {@code object} is such a snapshot
   */
  @Override
  public boolean equals(@Nullable Object object) {
    return object instanceof HistogramSnapshot other
        && buckets.equals(other.buckets)
        && Arrays.equals(counts, other.counts);
  }

  /**
   * Returns a hash of buckets and counts.
   *
   * @return the hash code
   */
  @Override
  public int hashCode() {
    return 31 * buckets.hashCode() + Arrays.hashCode(counts);
  }

  /**
   * Returns the counts and the usual quantiles in the recorded unit, for a log line.
   *
   * @return for example {@code count=3 min=1 mean=20.0 p50=20 p90=39 p99=39 p99.9=39 max=39}; with
   *     {@code saturated} after {@code count} if any value was too high; {@code count=0} if nothing
   *     was recorded
   */
  @Override
  public String toString() {
    if (count == 0) {
      return "count=0";
    }
    return String.format(
        Locale.ROOT,
        "count=%d%s min=%d mean=%.1f p50=%d p90=%d p99=%d p99.9=%d max=%d",
        count,
        saturated() == 0 ? "" : " saturated=" + saturated(),
        min().getAsLong(),
        mean().getAsDouble(),
        quantile(0.5).getAsLong(),
        quantile(0.9).getAsLong(),
        quantile(0.99).getAsLong(),
        quantile(0.999).getAsLong(),
        max().getAsLong());
  }
}
