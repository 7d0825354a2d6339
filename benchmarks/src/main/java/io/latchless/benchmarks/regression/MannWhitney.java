package io.latchless.benchmarks.regression;

/**
 * Finds the order statistics of all differences between two samples that bound the shift between
 * them. U is the number of pairs in which the first sample's value is the larger. Without a shift
 * every order of the values is equally likely, so counting orders gives the distribution of U.
 */
final class MannWhitney {
  static final double CONFIDENCE = 0.95;

  /**
   * Up to this number of pairs the orders are counted. Beyond it, a normal distribution with the
   * mean and the variance of U approximates them. It slightly overstates the tails, so its
   * intervals are slightly too wide.
   */
  static final int COUNTED_PAIRS = 900;

  /** The quantile of the normal distribution that leaves 2.5 % above it, rounded up. */
  private static final double QUANTILE = 1.96;

  private MannWhitney() {}

  /**
   * Returns the largest k for which the k-th smallest and k-th largest of all differences bound the
   * shift with at least 95 % confidence.
   *
   * @param first the size of one sample
   * @param second the size of the other
   * @return at least 1, or 0 if the samples are too small for any interval
   */
  static int rank(int first, int second) {
    return (long) first * second <= COUNTED_PAIRS
        ? counted(first, second)
        : approximated(first, second);
  }

  static int counted(int first, int second) {
    double[] probabilities = lowerHalf(first, second);
    int rank = 0;
    double tail = 0;
    while (rank < probabilities.length) {
      tail += probabilities[rank];
      if (1 - 2 * tail < CONFIDENCE) {
        break;
      }
      rank++;
    }
    return rank;
  }

  static int approximated(int first, int second) {
    double pairs = (double) first * second;
    double deviation = Math.sqrt(pairs * (first + second + 1.0) / 12);
    return (int) Math.max(0, Math.floor(pairs / 2 - QUANTILE * deviation));
  }

  /**
   * Returns the probabilities of U = 0, 1, … up to half of all pairs. The largest of i + j values
   * belongs to the first sample with probability i / (i + j), and then exceeds all j values of the
   * second. Otherwise it belongs to the second sample, and no value exceeds it. Removing it leaves
   * the same question with one value less.
   */
  private static double[] lowerHalf(int first, int second) {
    int half = first * second / 2;
    double[][] of = new double[second + 1][half + 1];
    for (int j = 0; j <= second; j++) {
      of[j][0] = 1;
    }
    for (int i = 1; i <= first; i++) {
      for (int j = 1; j <= second; j++) {
        double own = (double) i / (i + j);
        // Go downwards, so that lower entries still belong to i - 1.
        for (int u = half; u >= 0; u--) {
          double above = u < j ? 0 : of[j][u - j];
          of[j][u] = own * above + (1 - own) * of[j - 1][u];
        }
      }
    }
    return of[second];
  }
}
