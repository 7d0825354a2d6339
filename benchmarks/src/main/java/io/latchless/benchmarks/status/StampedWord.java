package io.latchless.benchmarks.status;

import io.latchless.primitives.TransitionGraph;

/** Packs a state and a version into one {@code long}, and checks that transitions are legal. */
@SuppressWarnings("EnumOrdinal") // the word lives no longer than the enum
abstract class StampedWord<S extends Enum<S>> implements Status<S> {
  private static final int STATE_BITS = 6;

  final TransitionGraph<S> graph;
  private final S[] states;

  StampedWord(TransitionGraph<S> graph) {
    this.graph = graph;
    this.states = graph.initial().getDeclaringClass().getEnumConstants();
  }

  final long stampOf(S state, long version) {
    return version << STATE_BITS | state.ordinal();
  }

  @Override
  public final S stateOf(long stamp) {
    return states[(int) stamp & (1 << STATE_BITS) - 1];
  }

  @Override
  public final long versionOf(long stamp) {
    return stamp >>> STATE_BITS;
  }

  final void requireAllowed(S from, S to) {
    if (!graph.allows(from, to)) {
      throw new IllegalStateException(from + " -> " + to + " is not allowed");
    }
  }
}
