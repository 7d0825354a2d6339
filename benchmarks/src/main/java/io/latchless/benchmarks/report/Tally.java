package io.latchless.benchmarks.report;

import io.latchless.benchmarks.results.Comparison;
import io.latchless.benchmarks.results.ContestResult;
import io.latchless.benchmarks.results.Role;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The number of comparisons with each verdict. */
record Tally(Map<Mark, Integer> counts) {
  static Tally of(List<ContestResult> contests) {
    return count(contests.stream().flatMap(contest -> contest.comparisons().stream()));
  }

  /** Counts only the comparisons with opponents of a role. */
  static Tally against(Role role, List<ContestResult> contests) {
    return count(
        contests.stream()
            .flatMap(
                contest ->
                    contest.comparisons().stream()
                        .filter(comparison -> plays(role, comparison.opponent(), contest))));
  }

  private static boolean plays(Role role, String name, ContestResult contest) {
    return contest.subjects().stream()
        .anyMatch(subject -> subject.role() == role && subject.name().equals(name));
  }

  private static Tally count(Stream<Comparison> comparisons) {
    Map<Mark, Integer> counts = new EnumMap<>(Mark.class);
    comparisons.forEach(comparison -> counts.merge(Mark.of(comparison), 1, Integer::sum));
    return new Tally(counts);
  }

  int count(Mark mark) {
    return counts.getOrDefault(mark, 0);
  }

  int total() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }
}
