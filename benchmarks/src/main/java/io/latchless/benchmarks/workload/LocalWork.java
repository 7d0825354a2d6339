package io.latchless.benchmarks.workload;

/**
 * How many tokens of {@code Blackhole.consumeCPU} take about how long. One took 2 ns where this was
 * measured; another processor takes longer or shorter, for every subject alike.
 */
public final class LocalWork {
  /** Tokens of about 100 ns. */
  public static final String ABOUT_100_NS = "54";

  /** Tokens of about one microsecond. */
  public static final String ABOUT_1_US = "465";

  private static final int TOKENS_OF_100_NS = Integer.parseInt(ABOUT_100_NS);
  private static final int TOKENS_OF_1_US = Integer.parseInt(ABOUT_1_US);

  private LocalWork() {}

  /**
   * Tokens of about so many nanoseconds: on the line through the two that were measured, and below
   * the first of them on the line to nothing.
   */
  public static int tokens(int nanos) {
    double tokens =
        nanos <= 100
            ? TOKENS_OF_100_NS * nanos / 100.0
            : TOKENS_OF_100_NS + (TOKENS_OF_1_US - TOKENS_OF_100_NS) * (nanos - 100) / 900.0;
    return (int) Math.round(tokens);
  }
}
