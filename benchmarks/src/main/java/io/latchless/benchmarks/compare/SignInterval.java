package io.latchless.benchmarks.compare;

/**
 * Finds the order statistics that bound the median of a sample with at least 95 % confidence, for
 * any distribution. Each value falls on either side of the true median with probability one half.
 * The k-th smallest and the k-th largest of n values miss it only if fewer than k values fall on
 * one side: a binomial tail, as in the sign test (for example Conover, "Practical Nonparametric
 * Statistics", section 3.2).
 */
final class SignInterval {
  static final double CONFIDENCE = 0.95;

  /**
   * The smallest sample with an interval: its minimum and maximum enclose the median in 96.9 % of
   * cases.
   */
  static final int FEWEST = 6;

  private SignInterval() {}

  /**
   * Returns the largest k for which the k-th smallest and k-th largest of a sample bound its
   * median.
   *
   * @param size the sample's size
   * @return at least 1, or 0 if the sample is too small for any interval
   */
  static int rank(int size) {
    int rank = 0;
    double logTerm = -size * Math.log(2);
    double tail = 0;
    while (2 * rank < size) {
      tail += Math.exp(logTerm);
      if (1 - 2 * tail < CONFIDENCE) {
        break;
      }
      logTerm += Math.log(size - rank) - Math.log(rank + 1.0);
      rank++;
    }
    return rank;
  }

  /**
   * Returns the next sample size with a tighter interval. Sizes in between only raise the
   * confidence: a seventh and an eighth value cannot narrow an interval from minimum to maximum.
   */
  static int nextTighter(int size) {
    int now = rank(size);
    int next = size + 1;
    while (rank(next) <= now) {
      next++;
    }
    return next;
  }

  /** Returns whether a sample with one value less has a wider interval. */
  static boolean isStep(int size) {
    return rank(size) > rank(size - 1);
  }
}
