package io.latchless.benchmarks.status;

import io.latchless.primitives.TransitionGraph;

/** A status in plain fields; a subclass calls each method under its lock. */
abstract class PlainStatus<S extends Enum<S>> extends StampedWord<S> {
  private S state;
  private long version;

  PlainStatus(TransitionGraph<S> graph) {
    super(graph);
    this.state = graph.initial();
  }

  @Override
  public S get() {
    return state;
  }

  @Override
  public boolean isIn(S state) {
    return this.state == state;
  }

  @Override
  public long stamp() {
    return stampOf(state, version);
  }

  @Override
  public boolean tryTransition(S from, S to) {
    requireAllowed(from, to);
    return state == from && enter(to);
  }

  @Override
  public boolean tryTransition(long expectedVersion, S to) {
    if (version != expectedVersion) {
      return false;
    }
    requireAllowed(state, to);
    return enter(to);
  }

  @Override
  public boolean transitionIfAllowed(S to) {
    return graph.allows(state, to) && enter(to);
  }

  @Override
  public S transition(S to) {
    S from = state;
    requireAllowed(from, to);
    enter(to);
    return from;
  }

  private boolean enter(S to) {
    state = to;
    version++;
    return true;
  }
}
