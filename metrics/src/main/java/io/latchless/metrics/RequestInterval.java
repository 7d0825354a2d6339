package io.latchless.metrics;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What {@link RequestMetrics} recorded between two snapshots.
 *
 * @param from the snapshot at the beginning, whose records are not in the interval
 * @param to the snapshot at the end, whose records are
 */
public record RequestInterval(RequestSnapshot from, RequestSnapshot to) {
  /**
   * The interval between two snapshots of the same metrics.
   *
   * @param from the snapshot at the beginning, whose records are not in the interval
   * @param to the snapshot at the end, whose records are
   * @throws IllegalArgumentException if {@code to} has less of anything than {@code from}, or if
   *     one of them has no histogram, or another one, where the other has
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
          "to must have at least what from has, " + from + ", was " + to);
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
   * How long it was.
   *
   * @return the time between the snapshots
   */
  public Duration length() {
    return to.age().minus(from.age());
  }

  /**
   * How many requests were recorded.
   *
   * @return successes and failures
   */
  public long requests() {
    return to.requests() - from.requests();
  }

  /**
   * How many requests were successes.
   *
   * @return the number
   */
  public long successes() {
    return to.successes() - from.successes();
  }

  /**
   * How many requests were failures.
   *
   * @return the number
   */
  public long failures() {
    return to.failures() - from.failures();
  }

  /**
   * The bytes of all of them.
   *
   * @return the number
   */
  public long bytes() {
    return to.bytes() - from.bytes();
  }

  /**
   * The sum of their latencies.
   *
   * @return the sum
   */
  public Duration totalLatency() {
    return to.totalLatency().minus(from.totalLatency());
  }

  /**
   * The mean of their latencies.
   *
   * @return nanoseconds, or NaN if there was no request
   */
  public double meanNanos() {
    return RequestSnapshot.meanNanos(totalLatency(), requests());
  }

  /**
   * Requests a second.
   *
   * @return the rate, or NaN if the interval has no length
   */
  public double perSecond() {
    double seconds = RequestSnapshot.seconds(length());
    return seconds == 0 ? Double.NaN : requests() / seconds;
  }

  /**
   * The histogram of their latencies.
   *
   * @return it, in nanoseconds, or null if the metrics have none
   */
  public @Nullable HistogramSnapshot latencies() {
    return between(from, to);
  }

  /**
   * The figures for a log line.
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
