package io.latchless.benchmarks.compare;

import io.latchless.benchmarks.results.Verdict;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An estimate of the true ratio from paired ratios.
 *
 * @param rounds the number of ratios
 * @param ratio the median of the ratios
 * @param low the lower end of the median's confidence interval; null when undecided
 * @param high the upper end of the same interval; null when undecided
 * @param verdict the verdict that the interval allows
 */
record Estimate(
    int rounds, double ratio, @Nullable Double low, @Nullable Double high, Verdict verdict) {
  /**
   * Estimates the true ratio from the ratios of paired rounds.
   *
   * @param ratios the ratios, at least one, each positive
   */
  static Estimate of(List<Double> ratios) {
    double[] sorted = ratios.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int size = sorted.length;
    if (size == 0 || Arrays.stream(sorted).anyMatch(ratio -> !(ratio > 0 && ratio < 1 / 0.0))) {
      throw new IllegalArgumentException(
          "there must be at least one ratio, and each must be positive: " + ratios);
    }
    // Use the geometric mean of the middle two: swapping numerator and denominator must turn the
    // median into its reciprocal.
    double median = Math.sqrt(sorted[(size - 1) / 2] * sorted[size / 2]);
    int rank = SignInterval.rank(size);
    if (rank == 0) {
      return new Estimate(size, median, null, null, Verdict.UNDECIDED);
    }
    double low = sorted[rank - 1];
    double high = sorted[size - rank];
    return new Estimate(size, median, low, high, verdict(low, high));
  }

  private static Verdict verdict(double low, double high) {
    if (low > 1) {
      return Verdict.BETTER;
    }
    return high < 1 ? Verdict.WORSE : Verdict.TIE;
  }
}
