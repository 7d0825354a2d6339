package io.latchless.benchmarks.status;

import io.latchless.primitives.AtomicStatus;

/** Adapts an {@link AtomicStatus}. */
record LatchlessStatus<S extends Enum<S>>(AtomicStatus<S> status) implements Status<S> {
  @Override
  public S get() {
    return status.get();
  }

  @Override
  public boolean isIn(S state) {
    return status.isIn(state);
  }

  @Override
  public long stamp() {
    return status.stamp();
  }

  @Override
  public S stateOf(long stamp) {
    return status.stateOf(stamp);
  }

  @Override
  public long versionOf(long stamp) {
    return status.versionOf(stamp);
  }

  @Override
  public boolean tryTransition(S from, S to) {
    return status.tryTransition(from, to);
  }

  @Override
  public boolean tryTransition(long expectedVersion, S to) {
    return status.tryTransition(expectedVersion, to);
  }

  @Override
  public boolean transitionIfAllowed(S to) {
    return status.transitionIfAllowed(to);
  }

  @Override
  public S transition(S to) {
    return status.transition(to);
  }
}
