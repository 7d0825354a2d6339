package io.latchless.benchmarks.requests;

/**
 * What a look at the metrics of requests shows; {@link #NOT_KEPT} or NaN in place of what a subject
 * does not keep.
 *
 * @param recentMeanNanos the mean latency, of which the older count for less
 * @param recentPerSecond requests a second, of which the older count for less
 * @param p99Nanos the latency that 99 of a hundred requests are not above
 */
public record RequestFigures(
    long successes,
    long failures,
    long bytes,
    long latencyNanos,
    long minNanos,
    long maxNanos,
    double recentMeanNanos,
    double recentPerSecond,
    double p99Nanos) {
  /** In place of a whole number. */
  public static final long NOT_KEPT = -1;

  /** Whatever there is of requests without what is of late, and without quantiles. */
  static RequestFigures plain(
      long successes, long failures, long bytes, long latencyNanos, long minNanos, long maxNanos) {
    return new RequestFigures(
        successes,
        failures,
        bytes,
        latencyNanos,
        minNanos,
        maxNanos,
        Double.NaN,
        Double.NaN,
        Double.NaN);
  }
}
