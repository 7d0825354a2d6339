package io.latchless.benchmarks.compare;

import io.latchless.benchmarks.results.Verdict;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What paired ratios say of the true one.
 *
 * @param rounds how many ratios there are
 * @param ratio their median
 * @param low lower end of the median's confidence interval; null when undecided
 * @param high upper end of the same interval; null when undecided
 * @param verdict what may be said
 */
record Estimate(
    int rounds, double ratio, @Nullable Double low, @Nullable Double high, Verdict verdict) {
  /**
   * Estimates from the ratios of paired rounds.
   *
   * @param ratios at least one, each positive
   */
  static Estimate of(List<Double> ratios) {
    double[] sorted = ratios.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int size = sorted.length;
    if (size == 0 || Arrays.stream(sorted).anyMatch(ratio -> !(ratio > 0 && ratio < 1 / 0.0))) {
      throw new IllegalArgumentException("ratios must be positive and at least one: " + ratios);
    }
    // The geometric mean of the middle two: swapping numerator and denominator must turn the
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
