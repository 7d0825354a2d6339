package io.latchless.benchmarks.graph;

import io.latchless.primitives.TransitionGraph;

/**
 * The queries of a {@link TransitionGraph}, for ours and its opponents.
 *
 * @param <S> the enum of states
 */
public interface Transitions<S extends Enum<S>> {
  /** See {@link TransitionGraph#allows}. */
  boolean allows(S from, S to);

  /** See {@link TransitionGraph#canReach}. */
  boolean canReach(S from, S to);

  /** See {@link TransitionGraph#isTerminal}. */
  boolean isTerminal(S state);
}
