package io.latchless.benchmarks.compare;

/** What a fork measures. The two are never measured together: timing an operation slows it. */
public enum Measure {
  /** Operations a second. */
  THROUGHPUT,
  /** The time of single operations. */
  LATENCY
}
