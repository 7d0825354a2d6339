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

  private LocalWork() {}
}
