package io.latchless.metrics;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.CompositeDataSupport;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.OpenDataException;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.SimpleType;
import org.jspecify.annotations.Nullable;

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
  public CompositeData getSnapshot() {
    RequestSnapshot now = metrics.snapshot();
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("requests", now.requests());
    figures.put("successes", now.successes());
    figures.put("failures", now.failures());
    figures.put("bytes", now.bytes());
    figures.put("ageSeconds", RequestSnapshot.nanos(now.age()) / 1e9);
    figures.put("totalLatencySeconds", RequestSnapshot.nanos(now.totalLatency()) / 1e9);
    figures.put("meanNanos", now.meanNanos());
    figures.put("minNanos", now.minNanos());
    figures.put("maxNanos", now.maxNanos());
    figures.put("decayingMeanNanos", now.decayingMeanNanos());
    figures.put("decayingPerSecond", now.decayingPerSecond());
    figures.put("p50Nanos", quantile(now.latencies(), 0.5));
    figures.put("p90Nanos", quantile(now.latencies(), 0.9));
    figures.put("p99Nanos", quantile(now.latencies(), 0.99));
    figures.put("p999Nanos", quantile(now.latencies(), 0.999));
    return composite(figures);
  }

  private static double quantile(@Nullable HistogramSnapshot latencies, double q) {
    return latencies == null || latencies.count() == 0
        ? Double.NaN
        : latencies.quantile(q).orElseThrow();
  }

  private static CompositeData composite(Map<String, Object> figures) {
    String[] names = figures.keySet().toArray(String[]::new);
    OpenType<?>[] types =
        figures.values().stream()
            .map(figure -> figure instanceof Long ? SimpleType.LONG : SimpleType.DOUBLE)
            .toArray(OpenType<?>[]::new);
    try {
      CompositeType type =
          new CompositeType(
              RequestSnapshot.class.getName(), "requests up to one moment", names, names, types);
      return new CompositeDataSupport(type, figures);
    } catch (OpenDataException e) {
      throw new IllegalStateException("figures that do not fit their own type", e);
    }
  }
}
