package io.latchless.metrics;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.CheckReturnValue;
import io.latchless.primitives.internal.Arguments;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of {@link RequestMetrics} at one moment. Immutable; equal to another snapshot with
 * equal components.
 *
 * @param age the time since the metrics were created
 * @param successes how many requests were successes
 * @param failures how many requests were failures
 * @param bytes the bytes of all requests; 2<sup>63</sup>-1 if there were that many or more
 * @param totalLatency the sum of the latencies; the longest {@link Duration} if it is that or more
 * @param minNanos the shortest latency in nanoseconds, or 0 if there was no request
 * @param maxNanos the longest latency in nanoseconds, or 0 if there was no request
 * @param decayingMeanNanos the mean latency in nanoseconds, in which older requests count for less;
 *     NaN if there was no request, or if the metrics have no decaying figures
 * @param decayingPerSecond requests per second, in which older requests count for less; NaN if the
 *     metrics have no decaying figures
 * @param latencies the histogram of the latencies in nanoseconds, whose count is {@link #requests};
 *     null if the metrics have no histogram
 * @since 0.1.0
 */
@CheckReturnValue
public record RequestSnapshot(
    Duration age,
    long successes,
    long failures,
    long bytes,
    Duration totalLatency,
    long minNanos,
    long maxNanos,
    double decayingMeanNanos,
    double decayingPerSecond,
    @Nullable HistogramSnapshot latencies) {

  static final double NANOS_A_SECOND = 1e9;

  /**
   * Creates a snapshot of these figures.
   *
   * @param age the time since the metrics were created
   * @param successes how many requests were successes
   * @param failures how many requests were failures
   * @param bytes the bytes of all requests; 2<sup>63</sup>-1 if there were that many or more
   * @param totalLatency the sum of the latencies; the longest {@link Duration} if it is that or
   *     more
   * @param minNanos the shortest latency in nanoseconds, or 0 if there was no request
   * @param maxNanos the longest latency in nanoseconds, or 0 if there was no request
   * @param decayingMeanNanos the mean latency in nanoseconds, in which older requests count for
   *     less; NaN if there was no request, or if the metrics have no decaying figures
   * @param decayingPerSecond requests per second, in which older requests count for less; NaN if
   *     the metrics have no decaying figures
   * @param latencies the histogram of the latencies in nanoseconds, whose count is {@link
   *     #requests}; null if the metrics have no histogram
   * @throws NullPointerException if a duration is null
   * @throws IllegalArgumentException if a number or a duration is negative, if there are more than
   *     2<sup>63</sup>-1 requests, if the shortest latency is longer than the longest, or if the
   *     histogram counts another number of requests
   */
  public RequestSnapshot {
    requireNotNegative(age, "age");
    Arguments.requireNotNegative(successes, "successes");
    Arguments.requireBetween(0, Long.MAX_VALUE - successes, failures, "failures");
    Arguments.requireNotNegative(bytes, "bytes");
    requireNotNegative(totalLatency, "totalLatency");
    Arguments.requireBetween(0, maxNanos, minNanos, "minNanos");
    if (latencies != null) {
      long requests = successes + failures;
      Arguments.requireBetween(requests, requests, latencies.count(), "latencies.count");
    }
  }

  private static void requireNotNegative(Duration duration, String name) {
    if (requireNonNull(duration, name).isNegative()) {
      throw new IllegalArgumentException(name + " must be at least PT0S, was " + duration);
    }
  }

  /**
   * Returns how many requests were recorded.
   *
   * @return successes and failures
   */
  public long requests() {
    return successes + failures;
  }

  /**
   * Returns the mean latency.
   *
   * @return nanoseconds, or NaN if there was no request
   */
  public double meanNanos() {
    return meanNanos(totalLatency, requests());
  }

  static double meanNanos(Duration total, long requests) {
    return nanos(total) / requests;
  }

  static double nanos(Duration duration) {
    return duration.toSeconds() * NANOS_A_SECOND + duration.toNanosPart();
  }

  static double seconds(Duration duration) {
    return nanos(duration) / NANOS_A_SECOND;
  }

  /**
   * Returns the figures in the form that bindings to monitoring systems use.
   *
   * @param name the prefix of all names, for example {@code http.server}
   * @return {@code name.requests.success}, {@code name.requests.failure}, {@code name.bytes},
   *     {@code name.latency.seconds} and so on, with the histogram as {@code
   *     name.latency.histogram.seconds}; without the figures that the metrics do not have
   */
  public MetricsSnapshot toMetrics(String name) {
    requireNonNull(name, "name");
    Map<String, Double> counters = new LinkedHashMap<>();
    counters.put(name + ".requests.success", (double) successes);
    counters.put(name + ".requests.failure", (double) failures);
    counters.put(name + ".bytes", (double) bytes);
    counters.put(name + ".latency.seconds", seconds(totalLatency));
    Map<String, Double> gauges = new LinkedHashMap<>();
    gauges.put(name + ".latency.min.seconds", minNanos / NANOS_A_SECOND);
    gauges.put(name + ".latency.max.seconds", maxNanos / NANOS_A_SECOND);
    if (!Double.isNaN(decayingPerSecond)) {
      gauges.put(name + ".latency.decaying.mean.seconds", decayingMeanNanos / NANOS_A_SECOND);
      gauges.put(name + ".requests.decaying.per.second", decayingPerSecond);
    }
    return new MetricsSnapshot(
        counters,
        gauges,
        latencies == null
            ? Map.of()
            : Map.of(
                name + ".latency.histogram.seconds",
                new MetricsSnapshot.Histogram(latencies, NANOS_A_SECOND)));
  }

  /**
   * Returns the figures, for a log line.
   *
   * @return for example {@code 1204 requests, 1200 successes, 4 failures, 90211 bytes, latency mean
   *     1.25 ms, min 0.31 ms, max 80.20 ms, p99 7.41 ms, lately mean 1.31 ms, 17.2/s}
   */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder(counts(successes, failures, bytes));
    if (requests() > 0) {
      line.append(", latency mean ").append(millis(meanNanos()));
      line.append(", min ").append(millis((double) minNanos));
      line.append(", max ").append(millis((double) maxNanos));
      if (latencies != null) {
        line.append(", p99 ").append(millis((double) latencies.quantile(0.99).orElseThrow()));
      }
    }
    if (!Double.isNaN(decayingMeanNanos)) {
      line.append(", lately mean ").append(millis(decayingMeanNanos));
      line.append(String.format(Locale.ROOT, ", %.3g/s", decayingPerSecond));
    }
    return line.toString();
  }

  static String counts(long successes, long failures, long bytes) {
    return String.format(
        Locale.ROOT,
        "%d requests, %d successes, %d failures, %d bytes",
        successes + failures,
        successes,
        failures,
        bytes);
  }

  static String millis(double nanos) {
    return String.format(Locale.ROOT, "%.2f ms", nanos / 1e6);
  }
}
