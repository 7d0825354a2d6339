package io.latchless.benchmarks.requests;

/**
 * The figures of request metrics. Figures that a subject does not keep are {@link #NOT_KEPT} or
 * NaN.
 *
 * @param recentMeanNanos the mean latency, in which older requests weigh less
 * @param recentPerSecond the requests per second, in which older requests weigh less
 * @param p99Nanos the 99th percentile of the latency
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
  /** Stands for a whole number that is not kept. */
  public static final long NOT_KEPT = -1;

  /** Creates figures without decaying figures and quantiles. */
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
