package io.latchless.metrics;

import javax.management.openmbean.CompositeData;

/**
 * What JMX shows of {@link RequestMetrics}, see {@link RequestMetricsBean}: one attribute with all
 * figures, for attributes that are read one by one come from different moments.
 */
public interface RequestMetricsMXBean {
  /**
   * All figures of one moment: {@code requests}, {@code successes}, {@code failures}, {@code
   * bytes}; {@code ageSeconds}, {@code totalLatencySeconds}, {@code meanNanos}, {@code minNanos},
   * {@code maxNanos}; {@code decayingMeanNanos}, {@code decayingPerSecond}; {@code p50Nanos},
   * {@code p90Nanos}, {@code p99Nanos}, {@code p999Nanos}. A number that there is not, or not yet,
   * is NaN.
   *
   * @return them by name
   */
  CompositeData getSnapshot();
}
