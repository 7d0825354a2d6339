package io.latchless.benchmarks.compare;

/**
 * Which order statistics bound the median of a sample with at least 95 % confidence, whatever the
 * distribution. Each value falls on either side of the true median with probability one half, so
 * that the k-th smallest and the k-th largest of n miss it only if fewer than k values fall on one
 * side: a binomial tail, as in the sign test (for example Conover, "Practical Nonparametric
 * Statistics", section 3.2).
 */
final class SignInterval {
  static final double CONFIDENCE = 0.95;

  /** The smallest sample with an interval: its minimum and maximum cover 96.9 %. */
  static final int FEWEST = 6;

  private SignInterval() {}

  /**
   * The largest k for which the k-th smallest and k-th largest of a sample bound its median.
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
   * The size from which a sample has a tighter interval. In between, further values only raise the
   * confidence: a seventh and an eighth cannot narrow an interval from minimum to maximum.
   */
  static int nextTighter(int size) {
    int now = rank(size);
    int next = size + 1;
    while (rank(next) <= now) {
      next++;
    }
    return next;
  }

  /** Whether a sample of one value less has a wider interval. */
  static boolean isStep(int size) {
    return rank(size) > rank(size - 1);
  }
}
