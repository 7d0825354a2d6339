package io.latchless.metrics;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The records of {@link RequestMetrics} between two snapshots.
 *
 * @param from the snapshot at the beginning, whose records are not in the interval
 * @param to the snapshot at the end, whose records are in the interval
 * @since 0.1.0
 */
public record RequestInterval(RequestSnapshot from, RequestSnapshot to) {
  /**
   * Creates the interval between two snapshots of the same metrics.
   *
   * @param from the snapshot at the beginning, whose records are not in the interval
   * @param to the snapshot at the end, whose records are in the interval
   * @throws IllegalArgumentException if {@code to} has less of anything than {@code from}, if only
   *     one of them has a histogram, or if their histograms have different buckets
   */
  public RequestInterval {
    requireNonNull(from, "from");
    requireNonNull(to, "to");
    if (to.age().compareTo(from.age()) < 0
        || to.successes() < from.successes()
        || to.failures() < from.failures()
        || to.bytes() < from.bytes()
        || to.totalLatency().compareTo(from.totalLatency()) < 0) {
      throw new IllegalArgumentException(
          "to must have at least the figures of from, " + from + ", was " + to);
    }
    if ((from.latencies() == null) != (to.latencies() == null)) {
      throw new IllegalArgumentException(
          "to must have a histogram if from has, " + from.latencies() + ", was " + to.latencies());
    }
    HistogramSnapshot ignored = between(from, to); // throws if they are of different metrics
  }

  private static @Nullable HistogramSnapshot between(RequestSnapshot from, RequestSnapshot to) {
    HistogramSnapshot before = from.latencies();
    HistogramSnapshot after = to.latencies();
    return before == null || after == null ? null : after.minus(before);
  }

  /**
   * Returns the length of the interval.
   *
   * @return the time between the two snapshots
   */
  public Duration length() {
    return to.age().minus(from.age());
  }

  /**
   * Returns how many requests were recorded.
   *
   * @return successes and failures
   */
  public long requests() {
    return to.requests() - from.requests();
  }

  /**
   * Returns how many requests were successes.
   *
   * @return at least 0
   */
  public long successes() {
    return to.successes() - from.successes();
  }

  /**
   * Returns how many requests were failures.
   *
   * @return at least 0
   */
  public long failures() {
    return to.failures() - from.failures();
  }

  /**
   * Returns the bytes of all requests.
   *
   * @return at least 0
   */
  public long bytes() {
    return to.bytes() - from.bytes();
  }

  /**
   * Returns the sum of the latencies.
   *
   * @return at least zero
   */
  public Duration totalLatency() {
    return to.totalLatency().minus(from.totalLatency());
  }

  /**
   * Returns the mean latency.
   *
   * @return nanoseconds, or NaN if there was no request
   */
  public double meanNanos() {
    return RequestSnapshot.meanNanos(totalLatency(), requests());
  }

  /**
   * Returns the rate of requests.
   *
   * @return requests per second, or NaN if the interval has no length
   */
  public double perSecond() {
    double seconds = RequestSnapshot.seconds(length());
    return seconds == 0 ? Double.NaN : requests() / seconds;
  }

  /**
   * Returns the histogram of the latencies.
   *
   * @return counts of nanoseconds, or null if the metrics have no histogram
   */
  public @Nullable HistogramSnapshot latencies() {
    return between(from, to);
  }

  /**
   * Returns the figures, for a log line.
   *
   * @return for example {@code in 10.0 s: 1204 requests, 1200 successes, 4 failures, 90211 bytes,
   *     latency mean 1.25 ms}
   */
  @Override
  public String toString() {
    String line =
        String.format(Locale.ROOT, "in %.1f s: ", RequestSnapshot.seconds(length()))
            + RequestSnapshot.counts(successes(), failures(), bytes());
    return requests() == 0 ? line : line + ", latency mean " + RequestSnapshot.millis(meanNanos());
  }
}
