package io.latchless.primitives;

import org.jspecify.annotations.Nullable;

/**
 * Is told of every transition of a {@link StatusHolder}: each exactly once, in version order, by
 * one thread at a time.
 *
 * @param <S> the enum of states
 * @param <D> the type of the data
 */
@FunctionalInterface
public interface StatusListener<S extends Enum<S>, D extends @Nullable Object> {
  /**
   * A transition has taken place. By the time of the call others may have followed it.
   *
   * @param from what was left
   * @param to what was entered; its version is that of {@code from} plus one
   */
  void onTransition(StatusSnapshot<S, D> from, StatusSnapshot<S, D> to);

  /**
   * The first call, before any transition: where the listener comes in.
   *
   * @param current what was current when the listener was added, or a later snapshot; the first
   *     transition reported leaves it
   */
  default void onStart(StatusSnapshot<S, D> current) {}
}
