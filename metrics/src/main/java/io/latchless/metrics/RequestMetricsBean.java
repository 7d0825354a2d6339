package io.latchless.metrics;

import static java.util.Objects.requireNonNull;

/**
 * Takes a snapshot of {@link RequestMetrics} for each JMX request.
 *
 * <pre>{@code
 * ManagementFactory.getPlatformMBeanServer()
 *     .registerMBean(new RequestMetricsBean(requests), new ObjectName("shop:type=Requests"));
 * }</pre>
 *
 * <p>Any number of threads may use it.
 *
 * <table class="plain">
 *   <caption>Contract</caption>
 *   <tr><th scope="row">Progress<td>wait-free, as {@link RequestMetrics#snapshot}
 *   <tr><th scope="row">Linearizable<td>as {@link RequestMetrics#snapshot}
 *   <tr><th scope="row">Happens-before<td>as {@link RequestMetrics#snapshot}
 *   <tr><th scope="row">Allocation<td>a snapshot for each request
 * </table>
 *
 * @since 0.1.0
 */
public final class RequestMetricsBean implements RequestMetricsMXBean {
  private final RequestMetrics metrics;

  /**
   * Creates a bean, which the caller registers.
   *
   * @param metrics the metrics to show
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
      return RequestSnapshot.seconds(now.age());
    }

    @Override
    public double getTotalLatencySeconds() {
      return RequestSnapshot.seconds(now.totalLatency());
    }

    @Override
    public double getMeanSeconds() {
      return now.meanNanos() / RequestSnapshot.NANOS_A_SECOND;
    }

    @Override
    public double getMinSeconds() {
      return now.minNanos() / RequestSnapshot.NANOS_A_SECOND;
    }

    @Override
    public double getMaxSeconds() {
      return now.maxNanos() / RequestSnapshot.NANOS_A_SECOND;
    }

    @Override
    public double getDecayingMeanSeconds() {
      return now.decayingMeanNanos() / RequestSnapshot.NANOS_A_SECOND;
    }

    @Override
    public double getDecayingPerSecond() {
      return now.decayingPerSecond();
    }

    @Override
    public double getP50Seconds() {
      return quantile(0.5);
    }

    @Override
    public double getP90Seconds() {
      return quantile(0.9);
    }

    @Override
    public double getP99Seconds() {
      return quantile(0.99);
    }

    @Override
    public double getP999Seconds() {
      return quantile(0.999);
    }

    private double quantile(double q) {
      HistogramSnapshot latencies = now.latencies();
      return latencies == null || latencies.count() == 0
          ? Double.NaN
          : latencies.quantile(q).orElseThrow() / RequestSnapshot.NANOS_A_SECOND;
    }
  }
}
