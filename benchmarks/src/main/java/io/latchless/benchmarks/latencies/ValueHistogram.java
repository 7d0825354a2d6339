package io.latchless.benchmarks.latencies;

/**
 * The operations of a {@code LatencyHistogram}, for ours, the mutexes and the peers, with
 * nanoseconds up to an hour.
 */
public interface ValueHistogram {
  /** Records a value. */
  void record(long nanos);

  /** Returns the number of records. */
  long count();

  /** Returns the value of a quantile, as exactly as the subject keeps it. */
  double quantile(double q);
}
