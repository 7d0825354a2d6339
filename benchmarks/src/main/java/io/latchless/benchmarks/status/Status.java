package io.latchless.benchmarks.status;

import io.latchless.primitives.AtomicStatus;

/**
 * The operations of {@link AtomicStatus}, for ours and its opponents. An illegal transition throws
 * an {@link IllegalStateException}.
 *
 * @param <S> the enum of states
 */
public interface Status<S extends Enum<S>> {
  /** See {@link AtomicStatus#get}. */
  S get();

  /** See {@link AtomicStatus#isIn}. */
  boolean isIn(S state);

  /** See {@link AtomicStatus#stamp}. */
  long stamp();

  /** See {@link AtomicStatus#stateOf}. */
  S stateOf(long stamp);

  /** See {@link AtomicStatus#versionOf}. */
  long versionOf(long stamp);

  /** See {@link AtomicStatus#version}. */
  default long version() {
    return versionOf(stamp());
  }

  /** See {@link AtomicStatus#tryTransition(Enum, Enum)}. */
  boolean tryTransition(S from, S to);

  /** See {@link AtomicStatus#tryTransition(long, Enum)}. */
  boolean tryTransition(long expectedVersion, S to);

  /** See {@link AtomicStatus#transitionIfAllowed}. */
  boolean transitionIfAllowed(S to);

  /** See {@link AtomicStatus#transition}. */
  S transition(S to);
}
