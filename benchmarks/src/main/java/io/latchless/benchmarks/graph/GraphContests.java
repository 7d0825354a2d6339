package io.latchless.benchmarks.graph;

import io.latchless.benchmarks.contest.Catalogue;
import io.latchless.benchmarks.contest.Contest;
import java.util.List;

/** Contests of {@code TransitionGraph}. */
public final class GraphContests implements Catalogue {
  @Override
  public List<Contest> contests() {
    return List.of(
        Contest.named("primitives/transition-graph/allows-2-threads")
            .asks("Is a bit mask faster than a map of sets as a table of legal transitions?")
            .does("two threads ask for all pairs of five states in turn")
            .benchmark(GraphQuery.class)
            .threads(2)
            .ours("TransitionGraph")
            .mutex("synchronized")
            .peer("EnumMap")
            .build());
  }
}
