package io.latchless.benchmarks.latencies;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.cumulative.CumulativeTimer;
import io.micrometer.core.instrument.distribution.CountAtBucket;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.core.instrument.distribution.pause.PauseDetector;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Micrometer's timers with buckets from a microsecond to a minute, as in a registry for Prometheus.
 * A plain {@link SimpleMeterRegistry} ignores {@code publishPercentileHistogram}, so its timers
 * would have no buckets.
 */
public final class BucketTimers {
  private static final Duration SHORTEST = Duration.ofNanos(1_000);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final MeterRegistry registry = new BucketRegistry();

  /** Creates a timer with buckets. */
  public Timer timer(String name, String... tags) {
    return Timer.builder(name)
        .tags(tags)
        .publishPercentileHistogram()
        .minimumExpectedValue(SHORTEST)
        .maximumExpectedValue(LONGEST)
        .register(registry);
  }

  /**
   * Returns a quantile of the recent counts of several timers with the same buckets.
   *
   * @return the end of a bucket in nanoseconds; NaN if there is none
   */
  public static double quantile(double q, Timer... timers) {
    CountAtBucket[][] upToBucket = new CountAtBucket[timers.length][];
    for (int i = 0; i < timers.length; i++) {
      upToBucket[i] = timers[i].takeSnapshot().histogramCounts();
    }
    int buckets = upToBucket[0].length;
    double all = sumAt(upToBucket, buckets - 1);
    for (int i = 0; i < buckets; i++) {
      double sum = sumAt(upToBucket, i);
      if (sum > 0 && sum >= q * all) {
        return upToBucket[0][i].bucket(TimeUnit.NANOSECONDS);
      }
    }
    return Double.NaN;
  }

  private static double sumAt(CountAtBucket[][] upToBucket, int bucket) {
    double sum = 0;
    for (CountAtBucket[] counts : upToBucket) {
      sum += counts[bucket].count();
    }
    return sum;
  }

  private static final class BucketRegistry extends SimpleMeterRegistry {
    @Override
    protected Timer newTimer(
        Meter.Id id, DistributionStatisticConfig config, PauseDetector pauseDetector) {
      boolean withBuckets = true;
      return new CumulativeTimer(id, clock, config, pauseDetector, getBaseTimeUnit(), withBuckets);
    }
  }
}
