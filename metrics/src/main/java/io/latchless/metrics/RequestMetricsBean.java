package io.latchless.metrics;

import static java.util.Objects.requireNonNull;

/**
 * Takes a snapshot of {@link RequestMetrics} for JMX whenever it is asked.
 *
 * <pre>{@code
 * ManagementFactory.getPlatformMBeanServer()
 *     .registerMBean(new RequestMetricsBean(requests), new ObjectName("shop:type=Requests"));
 * }</pre>
 *
 * <p>Any number of threads may ask; it has the guarantees of {@link RequestMetrics#snapshot}.
 */
public final class RequestMetricsBean implements RequestMetricsMXBean {
  private final RequestMetrics metrics;

  /**
   * A bean to be registered.
   *
   * @param metrics what it shows
   */
  public RequestMetricsBean(RequestMetrics metrics) {
    this.metrics = requireNonNull(metrics, "metrics");
  }

  @Override
  public Figures getSnapshot() {
    return new Seen(metrics.snapshot());
  }

  private record Seen(RequestSnapshot now) implements Figures {
    @Override
    public long getRequests() {
      return now.requests();
    }

    @Override
    public long getSuccesses() {
      return now.successes();
    }

    @Override
    public long getFailures() {
      return now.failures();
    }

    @Override
    public long getBytes() {
      return now.bytes();
    }

    @Override
    public double getAgeSeconds() {
      return RequestSnapshot.nanos(now.age()) / 1e9;
    }

    @Override
    public double getTotalLatencySeconds() {
      return RequestSnapshot.nanos(now.totalLatency()) / 1e9;
    }

    @Override
    public double getMeanNanos() {
      return now.meanNanos();
    }

    @Override
    public long getMinNanos() {
      return now.minNanos();
    }

    @Override
    public long getMaxNanos() {
      return now.maxNanos();
    }

    @Override
    public double getDecayingMeanNanos() {
      return now.decayingMeanNanos();
    }

    @Override
    public double getDecayingPerSecond() {
      return now.decayingPerSecond();
    }

    @Override
    public double getP50Nanos() {
      return quantile(0.5);
    }

    @Override
    public double getP90Nanos() {
      return quantile(0.9);
    }

    @Override
    public double getP99Nanos() {
      return quantile(0.99);
    }

    @Override
    public double getP999Nanos() {
      return quantile(0.999);
    }

    private double quantile(double q) {
      HistogramSnapshot latencies = now.latencies();
      return latencies == null || latencies.count() == 0
          ? Double.NaN
          : (double) latencies.quantile(q).orElseThrow();
    }
  }
}
