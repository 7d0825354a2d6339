package io.latchless.benchmarks.regression;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * By how much the values of one sample lie above those of another.
 *
 * <p>Take every value of the newer sample with every value of the older one, and sort the
 * differences. Their median is the estimate of Hodges and Lehmann. Counted in from both ends by the
 * same rank, they also hold its confidence interval: had the two samples the same distribution but
 * for a shift, then the number of differences below the true shift would be distributed as Mann and
 * Whitney's U, whatever that distribution is. Nothing need be normal, and a round in which the
 * machine was away moves neither end by much. Equal differences, as a coarse clock gives them, only
 * raise the confidence. Source: Hollander, Wolfe and Chicken, "Nonparametric Statistical Methods",
 * third edition, sections 4.2 and 4.3.
 *
 * @param estimate the median of all differences
 * @param low the lower end of the interval; null if a sample is too small
 * @param high the upper end of the interval; null if a sample is too small
 */
record Shift(double estimate, @Nullable Double low, @Nullable Double high) {
  /** The smallest sample of which anything is said; the report asks the same of a single run. */
  static final int FEWEST = 6;

  /**
   * Estimates the shift.
   *
   * @param older at least one value, all finite
   * @param newer at least one value, all finite
   */
  static Shift between(double[] older, double[] newer) {
    requireFinite("older", older);
    requireFinite("newer", newer);
    double[] sorted = new double[older.length * newer.length];
    int next = 0;
    for (double before : older) {
      for (double now : newer) {
        sorted[next++] = now - before;
      }
    }
    Arrays.sort(sorted);
    int size = sorted.length;
    double median = (sorted[(size - 1) / 2] + sorted[size / 2]) / 2;
    if (Math.min(older.length, newer.length) < FEWEST) {
      return new Shift(median, null, null);
    }
    int rank = MannWhitney.rank(older.length, newer.length);
    return new Shift(median, sorted[rank - 1], sorted[size - rank]);
  }

  private static void requireFinite(String name, double[] sample) {
    if (sample.length == 0 || !Arrays.stream(sample).allMatch(Double::isFinite)) {
      throw new IllegalArgumentException(
          name + " must have at least one value, all finite, was " + Arrays.toString(sample));
    }
  }
}
