package io.latchless.benchmarks.status;

import io.latchless.primitives.TransitionGraph;

/** A status behind its own monitor. */
final class SynchronizedStatus<S extends Enum<S>> extends PlainStatus<S> {
  SynchronizedStatus(TransitionGraph<S> graph) {
    super(graph);
  }

  @Override
  public synchronized S get() {
    return super.get();
  }

  @Override
  public synchronized boolean isIn(S state) {
    return super.isIn(state);
  }

  @Override
  public synchronized long stamp() {
    return super.stamp();
  }

  @Override
  public synchronized boolean tryTransition(S from, S to) {
    return super.tryTransition(from, to);
  }

  @Override
  public synchronized boolean tryTransition(long expectedVersion, S to) {
    return super.tryTransition(expectedVersion, to);
  }

  @Override
  public synchronized boolean transitionIfAllowed(S to) {
    return super.transitionIfAllowed(to);
  }

  @Override
  public synchronized S transition(S to) {
    return super.transition(to);
  }
}
