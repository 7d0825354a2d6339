package io.latchless.benchmarks.regression;

/** What the interval of a change allows to be said. */
public enum ChangeVerdict {
  /** The whole interval lies above {@link #SMALLEST_CHANGE}. */
  FASTER,
  /** The whole interval lies below 1 / {@link #SMALLEST_CHANGE}. */
  SLOWER,
  /** Neither, and no value in the interval is farther from 1 than {@link #STILL_THE_SAME}. */
  AS_BEFORE,
  /** Too noisy, or too few rounds: the interval holds both a change and none. */
  UNDECIDED;

  /**
   * A factor that is not called a change yet. A build that merely lays its code out differently
   * moves by a per cent or two. Of figures that truly changed by this much, at most about one in
   * forty is called faster: that often a 95 % interval lies wholly above the truth.
   */
  public static final double SMALLEST_CHANGE = 1.02;

  /** Whoever is told that nothing changed can rely on no more than this factor, either way. */
  public static final double STILL_THE_SAME = 1.1;

  /**
   * What may be said of a change whose confidence interval is known.
   *
   * @param low its lower end, a ratio; above 1 the newer is better
   * @param high its upper end
   */
  static ChangeVerdict of(double low, double high) {
    if (low > SMALLEST_CHANGE) {
      return FASTER;
    }
    if (high < 1 / SMALLEST_CHANGE) {
      return SLOWER;
    }
    return low >= 1 / STILL_THE_SAME && high <= STILL_THE_SAME ? AS_BEFORE : UNDECIDED;
  }
}
