package io.latchless.benchmarks.report;

import io.latchless.benchmarks.results.Latency;
import io.latchless.benchmarks.results.Metric;
import java.util.function.ToDoubleFunction;

/** The points of a latency distribution that the report shows, and what metrics are called. */
enum Measure {
  P50("p50", "At the median", Latency::p50),
  P90("p90", "At the 90th percentile", Latency::p90),
  P99("p99", "At the 99th percentile", Latency::p99),
  P999("p99.9", "At the 99.9th percentile", Latency::p999),
  P9999("p99.99", "At the 99.99th percentile", Latency::p9999),
  MAX("max", "At the slowest sample", Latency::max);

  private final String label;
  private final String place;
  private final ToDoubleFunction<Latency> figure;

  Measure(String label, String place, ToDoubleFunction<Latency> figure) {
    this.label = label;
    this.place = place;
    this.figure = figure;
  }

  String label() {
    return label;
  }

  double of(Latency latency) {
    return figure.applyAsDouble(latency);
  }

  /** What a table calls the metric. */
  static String label(Metric metric) {
    return metric == Metric.THROUGHPUT ? "throughput" : "latency " + percentile(metric).label;
  }

  /** How a sentence about the metric begins, for example "At the median". */
  static String place(Metric metric) {
    return percentile(metric).place;
  }

  private static Measure percentile(Metric metric) {
    return switch (metric) {
      case P50 -> P50;
      case P99 -> P99;
      case P999 -> P999;
      case P9999 -> P9999;
      case THROUGHPUT -> throw new IllegalArgumentException("metric is THROUGHPUT, not a time");
    };
  }
}
