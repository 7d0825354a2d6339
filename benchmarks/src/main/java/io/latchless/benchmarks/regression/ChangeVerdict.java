package io.latchless.benchmarks.regression;

/** The verdict that the interval of a change allows. */
public enum ChangeVerdict {
  /** The whole interval lies above {@link #SMALLEST_CHANGE}. */
  FASTER,
  /** The whole interval lies below 1 / {@link #SMALLEST_CHANGE}. */
  SLOWER,
  /**
   * Neither of these, and no value in the interval is farther from 1 than {@link #STILL_THE_SAME}.
   */
  AS_BEFORE,
  /** Too noisy, or too few rounds: the interval allows both a change and none. */
  UNDECIDED;

  /**
   * The largest factor that does not count as a change. A build that merely lays out its code
   * differently moves by a per cent or two. If a figure truly changed by this factor, it is called
   * faster at most about once in forty times: that often a 95 % interval lies wholly above the
   * truth.
   */
  public static final double SMALLEST_CHANGE = 1.02;

  /** The largest change, in either direction, that {@link #AS_BEFORE} can hide. */
  public static final double STILL_THE_SAME = 1.1;

  /**
   * Returns the verdict for a change with a known confidence interval.
   *
   * @param low the lower end, a ratio; above 1 the newer run is better
   * @param high the upper end
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
