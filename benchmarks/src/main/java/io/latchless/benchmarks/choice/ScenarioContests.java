package io.latchless.benchmarks.choice;

import io.latchless.benchmarks.contest.Catalogue;
import io.latchless.benchmarks.contest.Contest;
import java.util.Arrays;
import java.util.List;

/** The contests of the six scenarios. */
public final class ScenarioContests implements Catalogue {
  /** The fewest rounds whose interval excludes the smallest and the largest ratio. */
  private static final int ROUNDS = 9;

  @Override
  public List<Contest> contests() {
    return Arrays.stream(Scenario.values())
        .map(scenario -> Choices.of(scenario.shape().shared()).contest(scenario.shape(), ROUNDS))
        .toList();
  }
}
