package io.latchless.benchmarks.choice;

import io.latchless.benchmarks.contest.Catalogue;
import io.latchless.benchmarks.contest.Contest;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The contests of the six scenarios, and of the same six at the rates of a service. */
public final class ScenarioContests implements Catalogue {
  /** The fewest rounds whose interval excludes the smallest and the largest ratio. */
  private static final int ROUNDS = 9;

  @Override
  public List<Contest> contests() {
    return Stream.concat(contests(Scenario::shape), contests(Scenario::atServiceRate)).toList();
  }

  private static Stream<Contest> contests(Function<Scenario, Shape> shapes) {
    return Arrays.stream(Scenario.values())
        .map(shapes)
        .map(shape -> Choices.of(shape.shared()).contest(shape, ROUNDS));
  }
}
