package io.latchless.benchmarks.latencies;

/**
 * What a {@code LatencyHistogram} does, for ours, the mutexes and the peers alike, with nanoseconds
 * up to an hour.
 */
public interface ValueHistogram {
  /** Counts a value. */
  void record(long nanos);

  /** How many were recorded. */
  long count();

  /** The value that such a share of all is not above, as exactly as the subject knows it. */
  double quantile(double q);
}
