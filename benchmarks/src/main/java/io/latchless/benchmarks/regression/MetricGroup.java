package io.latchless.benchmarks.regression;

import io.latchless.benchmarks.results.Latency;
import io.latchless.benchmarks.results.Metric;
import io.latchless.benchmarks.results.SubjectResult;
import java.util.List;
import java.util.stream.DoubleStream;

/** The figures of a subject that come from the same forks, with their metrics. */
enum MetricGroup {
  THROUGHPUT(UnpairedContest.Part.THROUGHPUT) {
    @Override
    List<Metric> metrics() {
      return List.of(Metric.THROUGHPUT);
    }

    @Override
    int rounds(SubjectResult subject) {
      return subject.throughput().size();
    }
  },

  /** Excludes the far tails: no number of rounds that fits into a run gives them a verdict. */
  LATENCY(UnpairedContest.Part.LATENCY) {
    @Override
    List<Metric> metrics() {
      return List.of(Metric.P50, Metric.P99);
    }

    @Override
    int rounds(SubjectResult subject) {
      return subject.latency().size();
    }
  };

  private final UnpairedContest.Part part;

  MetricGroup(UnpairedContest.Part part) {
    this.part = part;
  }

  UnpairedContest.Part part() {
    return part;
  }

  abstract List<Metric> metrics();

  /** Returns the number of rounds of the subject. */
  abstract int rounds(SubjectResult subject);

  /**
   * Returns how good the subject was in each round: the logarithm of its figure, negated for times,
   * so that more is better.
   */
  static double[] goodness(SubjectResult subject, Metric metric) {
    return switch (metric) {
      case THROUGHPUT -> subject.throughput().stream().mapToDouble(Math::log).toArray();
      case P50 -> times(subject.latency().stream().mapToDouble(Latency::p50));
      case P99 -> times(subject.latency().stream().mapToDouble(Latency::p99));
      case P999, P9999 ->
          throw new IllegalArgumentException("metric is " + metric + ", a far tail");
    };
  }

  private static double[] times(DoubleStream nanoseconds) {
    // A clock coarser than the operation yields zeros.
    return nanoseconds.map(time -> -Math.log(Math.max(1, time))).toArray();
  }
}
