package io.latchless.benchmarks.browser;

import io.latchless.benchmarks.report.SampleResults;
import io.latchless.benchmarks.results.ContestResult;
import io.latchless.benchmarks.results.Results;
import java.util.ArrayList;
import java.util.List;

/** The runs whose reports are looked at. */
enum Sample {
  /** A run of ordinary size, with everything that can be measured. */
  FULL,
  /** A run of more contests than are in one's head. */
  CROWDED,
  /** A run that was stopped early, with a contest of each outcome. */
  INTERRUPTED,
  /** A contest in which nothing could be compared. */
  UNCOMPARED,
  /** A run that was stopped before its first contest was finished. */
  EMPTY;

  Results results() {
    return switch (this) {
      case FULL -> new SampleResults().twenty();
      case CROWDED -> SampleResults.of(crowd(50), true);
      case INTERRUPTED ->
          SampleResults.of(new SampleResults().twenty().contests().subList(10, 14), false);
      case UNCOMPARED -> SampleResults.of(List.of(SampleResults.bare("plain", "How fast?")), true);
      case EMPTY -> SampleResults.of(List.of(), false);
    };
  }

  int contests() {
    return results().contests().size();
  }

  private static List<ContestResult> crowd(int size) {
    List<ContestResult> contests = new ArrayList<>();
    for (int copy = 0; contests.size() < size; copy++) {
      for (ContestResult contest : new SampleResults().twenty().contests()) {
        contests.add(renamed(contest, contest.name() + "-" + copy));
      }
    }
    return contests.subList(0, size);
  }

  private static ContestResult renamed(ContestResult contest, String name) {
    return new ContestResult(
        name,
        contest.question(),
        contest.workload(),
        contest.threads(),
        contest.subjects(),
        contest.comparisons());
  }
}
