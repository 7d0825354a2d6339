package io.latchless.benchmarks.report;

import io.latchless.benchmarks.results.Latency;
import io.latchless.benchmarks.results.Metric;
import io.latchless.benchmarks.results.SubjectResult;
import java.util.List;

/** The points of a latency distribution that the report shows, and the words for the metrics. */
enum ReportedMeasure {
  P50("p50", "At the median"),
  P90("p90", "At the 90th percentile"),
  P99("p99", "At the 99th percentile"),
  P999("p99.9", "At the 99.9th percentile"),
  P9999("p99.99", "At the 99.99th percentile"),
  MAX("max", "At the slowest sample");

  /** Every measured point. */
  static final List<ReportedMeasure> ALL = List.of(values());

  /** The points that fit into a narrow table. */
  static final List<ReportedMeasure> SHORT = List.of(P50, P99, P999, P9999);

  private final String label;
  private final String place;

  ReportedMeasure(String label, String place) {
    this.label = label;
    this.place = place;
  }

  String label() {
    return label;
  }

  /** Returns the median of this point over a subject's rounds. */
  double median(SubjectResult subject) {
    return Spread.of(subject.latency().stream().map(this::of).toList()).median();
  }

  double of(Latency latency) {
    return switch (this) {
      case P50 -> latency.p50();
      case P90 -> latency.p90();
      case P99 -> latency.p99();
      case P999 -> latency.p999();
      case P9999 -> latency.p9999();
      case MAX -> latency.max();
    };
  }

  /** Returns the metric's name in a table. */
  static String label(Metric metric) {
    return metric == Metric.THROUGHPUT ? "throughput" : "latency " + percentile(metric).label;
  }

  /** Returns the beginning of a sentence about a latency metric, for example "At the median". */
  static String place(Metric metric) {
    return percentile(metric).place;
  }

  /** Returns the beginning of a sentence about any metric, for example "In throughput". */
  static String in(Metric metric) {
    return metric == Metric.THROUGHPUT ? "In throughput" : place(metric);
  }

  private static ReportedMeasure percentile(Metric metric) {
    return switch (metric) {
      case P50 -> P50;
      case P99 -> P99;
      case P999 -> P999;
      case P9999 -> P9999;
      case THROUGHPUT -> throw new IllegalArgumentException("metric is THROUGHPUT, not a time");
    };
  }
}
