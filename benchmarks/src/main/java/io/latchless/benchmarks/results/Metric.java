package io.latchless.benchmarks.results;

/** The metrics of a comparison. */
public enum Metric {
  /** Operations per second. */
  THROUGHPUT,
  /** Median time of one operation. */
  P50,
  /** 99th percentile of the time of one operation. */
  P99,
  /** 99.9th percentile of the time of one operation. */
  P999,
  /** 99.99th percentile of the time of one operation. */
  P9999
}
