package io.latchless.benchmarks.graph;

import java.util.Map;
import java.util.Set;

/** The map behind its own monitor, as if transitions could be added at any time. */
final class SynchronizedTransitions<S extends Enum<S>> extends MapTransitions<S> {
  SynchronizedTransitions(Class<S> states, Map<S, ? extends Set<S>> transitions) {
    super(states, transitions);
  }

  @Override
  public synchronized boolean allows(S from, S to) {
    return super.allows(from, to);
  }

  @Override
  public synchronized boolean canReach(S from, S to) {
    return super.canReach(from, to);
  }

  @Override
  public synchronized boolean isTerminal(S state) {
    return super.isTerminal(state);
  }
}
