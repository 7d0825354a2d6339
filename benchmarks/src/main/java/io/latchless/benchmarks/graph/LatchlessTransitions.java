package io.latchless.benchmarks.graph;

import io.latchless.primitives.TransitionGraph;

/** Adapts a {@link TransitionGraph}. */
record LatchlessTransitions<S extends Enum<S>>(TransitionGraph<S> graph) implements Transitions<S> {
  @Override
  public boolean allows(S from, S to) {
    return graph.allows(from, to);
  }

  @Override
  public boolean canReach(S from, S to) {
    return graph.canReach(from, to);
  }

  @Override
  public boolean isTerminal(S state) {
    return graph.isTerminal(state);
  }
}
