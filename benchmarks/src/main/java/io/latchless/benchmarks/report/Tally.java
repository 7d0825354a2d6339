package io.latchless.benchmarks.report;

import io.latchless.benchmarks.results.Comparison;
import io.latchless.benchmarks.results.ContestResult;
import io.latchless.benchmarks.results.Results;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How many comparisons came out which way. */
record Tally(Map<Mark, Integer> counts) {
  static Tally of(Results results) {
    return ofAll(
        results.contests().stream().map(ContestResult::comparisons).flatMap(List::stream).toList());
  }

  static Tally ofAll(List<Comparison> comparisons) {
    Map<Mark, Integer> counts = new EnumMap<>(Mark.class);
    for (Comparison comparison : comparisons) {
      counts.merge(Mark.of(comparison.verdict()), 1, Integer::sum);
    }
    return new Tally(counts);
  }

  int count(Mark mark) {
    return counts.getOrDefault(mark, 0);
  }

  int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
