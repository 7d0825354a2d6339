package io.latchless.benchmarks.compare;

import io.latchless.benchmarks.results.Comparison;
import io.latchless.benchmarks.results.Metric;
import io.latchless.benchmarks.results.SubjectResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares two subjects of one contest by the ratios of their rounds. */
public final class Paired {
  private Paired() {}

  /**
   * Compares the throughput of two subjects, the first relative to the second.
   *
   * @return the comparison; empty if they have no round in common
   */
  public static Optional<Comparison> throughput(SubjectResult first, SubjectResult second) {
    return of(Metric.THROUGHPUT, second.name(), first.throughput(), second.throughput());
  }

  /**
   * Compares figures of the same rounds.
   *
   * @param second the name of the subject of the denominators, or of the numerators if less is
   *     better
   */
  static Optional<Comparison> of(
      Metric metric, String second, List<Double> numerators, List<Double> denominators) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < Math.min(numerators.size(), denominators.size()); i++) {
      ratios.add(numerators.get(i) / denominators.get(i));
    }
    if (ratios.isEmpty()) {
      return Optional.empty();
    }
    Estimate estimate = Estimate.of(ratios);
    return Optional.of(
        new Comparison(
            metric,
            second,
            estimate.rounds(),
            estimate.ratio(),
            estimate.low(),
            estimate.high(),
            estimate.verdict()));
  }
}
