package io.latchless.benchmarks.regression;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The amount by which the values of one sample exceed those of another.
 *
 * <p>Subtract every value of the older sample from every value of the newer one, and sort the
 * differences. Their median is the estimate of Hodges and Lehmann. The differences at the same rank
 * from both ends are its confidence interval. Suppose that the two samples have the same
 * distribution but for a shift. Then the number of differences below the true shift is distributed
 * as Mann and Whitney's U, for any such distribution. No distribution need be normal, and a single
 * disturbed round moves neither end by much. Equal differences, as from a coarse clock, only raise
 * the confidence. Source: Hollander, Wolfe and Chicken, "Nonparametric Statistical Methods", third
 * edition, sections 4.2 and 4.3.
 *
 * @param estimate the median of all differences
 * @param low the lower end of the interval; null if a sample is too small
 * @param high the upper end of the interval; null if a sample is too small
 */
record Shift(double estimate, @Nullable Double low, @Nullable Double high) {
  /** The smallest sample with an interval. The report requires the same of a single run. */
  static final int FEWEST = 6;

  /**
   * Estimates the shift.
   *
   * @param older the older sample: at least one value, all finite
   * @param newer the newer sample: at least one value, all finite
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
