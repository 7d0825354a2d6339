package io.latchless.benchmarks.compare;

import io.latchless.benchmarks.contest.Contest;
import io.latchless.benchmarks.contest.ContestBuilder;
import io.latchless.benchmarks.contest.Suite;
import io.latchless.benchmarks.demo.CounterIncrement;
import java.util.Arrays;

/** Contests for tests without real forks. */
final class Contests {
  private Contests() {}

  static ContestBuilder contest(String letter) {
    return named("test/contest/" + letter);
  }

  static ContestBuilder named(String name) {
    return Contest.named(name)
        .asks("Which?")
        .does("nothing")
        .benchmark(CounterIncrement.class)
        .ours("ours")
        .mutex("mutex");
  }

  static Suite suite(ContestBuilder... contests) {
    return new Suite(Arrays.stream(contests).map(ContestBuilder::build).toList());
  }
}
