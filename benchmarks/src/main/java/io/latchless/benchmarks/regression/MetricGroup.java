package io.latchless.benchmarks.regression;

import io.latchless.benchmarks.results.Latency;
import io.latchless.benchmarks.results.Metric;
import io.latchless.benchmarks.results.SubjectResult;
import java.util.List;
import java.util.stream.DoubleStream;

/** The figures of a subject that come from the same forks, and the metrics they are compared by. */
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

  /** Without the far tails, of which no number of rounds that fits into a run says anything. */
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

  /** How many rounds the subject has. */
  abstract int rounds(SubjectResult subject);

  /**
   * How good the subject was in each round: the logarithm of its figure, for times with the sign
   * turned, so that more is better.
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
    // A clock that ticks more slowly than the operation takes yields zeros.
    return nanoseconds.map(time -> -Math.log(Math.max(1, time))).toArray();
  }
}
