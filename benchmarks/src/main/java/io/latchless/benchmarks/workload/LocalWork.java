package io.latchless.benchmarks.workload;

/**
 * Converts durations to tokens of {@code Blackhole.consumeCPU}. One token took 2 ns on the
 * reference machine. Other processors differ, equally for every subject.
 */
public final class LocalWork {
  /** The tokens for about 100 ns. */
  public static final String ABOUT_100_NS = "54";

  /** The tokens for about one microsecond. */
  public static final String ABOUT_1_US = "465";

  private static final int TOKENS_OF_100_NS = Integer.parseInt(ABOUT_100_NS);
  private static final int TOKENS_OF_1_US = Integer.parseInt(ABOUT_1_US);

  private LocalWork() {}

  /**
   * Returns the tokens for about the given nanoseconds, by linear interpolation from zero and the
   * two measured points.
   */
  public static int tokens(int nanos) {
    double tokens =
        nanos <= 100
            ? TOKENS_OF_100_NS * nanos / 100.0
            : TOKENS_OF_100_NS + (TOKENS_OF_1_US - TOKENS_OF_100_NS) * (nanos - 100) / 900.0;
    return (int) Math.round(tokens);
  }
}
