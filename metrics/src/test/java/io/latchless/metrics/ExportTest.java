package io.latchless.metrics;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.management.MBeanServer;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXConnectorServer;
import javax.management.remote.JMXConnectorServerFactory;
import javax.management.remote.JMXServiceURL;
import org.junit.jupiter.api.Test;

class ExportTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private final FakeClock clock = new FakeClock(0);
  private final RequestMetrics metrics =
      RequestMetrics.builder().nanoClock(clock).decaying(SECOND).histogram().build();

  /** Uses a connection, so that the client has nothing but the data sent. */
  @Test
  @SuppressWarnings("BanJNDI") // the test connects to itself only
  void aClientOfJmxGetsAWholeSnapshotAsOneAttribute() throws Exception {
    ObjectName name = new ObjectName("latchless.test:type=Requests");
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    server.registerMBean(new RequestMetricsBean(metrics), name);
    JMXConnectorServer connector =
        JMXConnectorServerFactory.newJMXConnectorServer(
            new JMXServiceURL("rmi", "localhost", 0), null, server);
    try {
      connector.start();
      metrics.record(Outcome.SUCCESS, 100, 32);
      metrics.record(Outcome.FAILURE, 11, 16);
      clock.advance(SECOND);
      try (JMXConnector client = JMXConnectorFactory.connect(connector.getAddress())) {
        MBeanServerConnection connection = client.getMBeanServerConnection();
        CompositeData seen = (CompositeData) connection.getAttribute(name, "Snapshot");

        assertThat(seen.getCompositeType().keySet()).hasSize(15);
        assertThat(seen.get("requests")).isEqualTo(2L);
        assertThat(seen.get("successes")).isEqualTo(1L);
        assertThat(seen.get("failures")).isEqualTo(1L);
        assertThat(seen.get("bytes")).isEqualTo(111L);
        assertThat(seen.get("ageSeconds")).isEqualTo(1.0);
        assertThat(seen.get("totalLatencySeconds")).isEqualTo(48e-9);
        assertThat(seen.get("meanSeconds")).isEqualTo(24e-9);
        assertThat(seen.get("minSeconds")).isEqualTo(16e-9);
        assertThat(seen.get("maxSeconds")).isEqualTo(32e-9);
        assertThat(seen.get("decayingMeanSeconds")).isEqualTo(24e-9);
        assertThat((double) seen.get("decayingPerSecond")).isPositive();
        assertThat(seen.get("p50Seconds")).isEqualTo(16e-9);
        assertThat(seen.get("p999Seconds")).isEqualTo(32e-9);
      }
    } finally {
      connector.stop();
      server.unregisterMBean(name);
    }
  }

  @Test
  void figuresThatThereAreNotAreNotNumbers() {
    RequestMetricsMXBean.Figures plain = new RequestMetricsBean(new RequestMetrics()).getSnapshot();
    assertThat(plain.getMeanSeconds()).isNaN();
    assertThat(plain.getDecayingMeanSeconds()).isNaN();
    assertThat(plain.getDecayingPerSecond()).isNaN();
    assertThat(plain.getP50Seconds()).isNaN();
    assertThat(new RequestMetricsBean(metrics).getSnapshot().getP90Seconds()).isNaN();
  }

  @Test
  void bindingsGetCountersGaugesAndHistograms() {
    metrics.record(Outcome.SUCCESS, 100, 3_000_000_000L);
    metrics.record(Outcome.FAILURE, 11, 1_000_000_000);
    clock.advance(SECOND);
    RequestSnapshot now = metrics.snapshot();
    MetricsSnapshot shape = now.toMetrics("http.server");

    assertThat(shape.counters())
        .containsExactly(
            Map.entry("http.server.requests.success", 1.0),
            Map.entry("http.server.requests.failure", 1.0),
            Map.entry("http.server.bytes", 111.0),
            Map.entry("http.server.latency.seconds", 4.0));
    assertThat(shape.gauges())
        .containsEntry("http.server.latency.min.seconds", 1.0)
        .containsEntry("http.server.latency.max.seconds", 3.0)
        .containsEntry("http.server.latency.decaying.mean.seconds", 2.0)
        .containsEntry("http.server.requests.decaying.per.second", now.decayingPerSecond());
    MetricsSnapshot.Histogram latencies =
        requireNonNull(shape.histograms().get("http.server.latency.histogram.seconds"));
    assertThat(shape.histograms()).hasSize(1);
    assertThat(latencies.recorded()).isEqualTo(now.latencies());
    assertThat(latencies.count()).isEqualTo(2);
    assertThat(latencies.mean()).hasValueCloseTo(2.0, withPercentage(1.6));
    assertThat(latencies.quantile(1)).hasValueCloseTo(3.0, withPercentage(1.6));
  }

  @Test
  void theBucketsOfAnExportedHistogramAreInItsBaseUnit() {
    LatencyHistogram nanos = new LatencyHistogram(1, 1_000_000_000);
    MetricsSnapshot.Histogram empty = new MetricsSnapshot.Histogram(nanos.snapshot(), 1e9);
    assertThat(empty.mean()).isEmpty();
    assertThat(empty.quantile(0.5)).isEmpty();
    nanos.record(3);
    nanos.record(Long.MAX_VALUE);
    List<String> buckets = new ArrayList<>();
    new MetricsSnapshot.Histogram(nanos.snapshot(), 1e9)
        .forEachBucket(
            (lowest, highest, count) -> buckets.add(lowest + " " + highest + " " + count));
    assertThat(buckets).containsExactly("3.0E-9 3.0E-9 1", "1.073741824 Infinity 1");
    for (double perUnit : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> new MetricsSnapshot.Histogram(nanos.snapshot(), perUnit))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("perUnit must be greater than 0 and finite, was " + perUnit);
    }
  }

  @Test
  void bindingsGetNothingThatWasNotAskedFor() {
    MetricsSnapshot shape = new RequestMetrics().snapshot().toMetrics("plain");
    assertThat(shape.gauges())
        .containsOnlyKeys("plain.latency.min.seconds", "plain.latency.max.seconds");
    assertThat(shape.histograms()).isEmpty();
  }

  @Test
  void aMetricsSnapshotIsACopyThatNobodyCanChange() {
    Map<String, Double> counters = new HashMap<>(Map.of("some.bytes", 1.0));
    MetricsSnapshot shape = new MetricsSnapshot(counters, Map.of(), Map.of());
    counters.clear();
    assertThat(shape.counters()).hasSize(1);
    assertThatThrownBy(() -> shape.counters().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
