package io.latchless.benchmarks.compare;

/**
 * The quantity that a fork measures. The two are never measured together: timing an operation slows
 * it down.
 */
public enum Measure {
  /** Operations per second. */
  THROUGHPUT,
  /** The time of single operations. */
  LATENCY
}
