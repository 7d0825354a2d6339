package io.latchless.primitives;

import org.jspecify.annotations.Nullable;

/**
 * Receives every transition of a {@link StatusHolder}, each exactly once, in version order, on one
 * thread at a time.
 *
 * @param <S> the enum of states
 * @param <D> the type of the data
 * @since 0.1.0
 */
@FunctionalInterface
public interface StatusListener<S extends Enum<S>, D extends @Nullable Object> {
  /**
   * Called after a transition. Further ones may have followed it by the time of the call.
   *
   * @param from the snapshot before
   * @param to the snapshot after; its version is one above that of {@code from}
   */
  void onTransition(StatusSnapshot<S, D> from, StatusSnapshot<S, D> to);

  /**
   * Called once, before any transition, with the snapshot from which the listener starts.
   *
   * @param current the snapshot at the time the listener was added, or a later one; the first
   *     reported transition starts from it
   */
  default void onStart(StatusSnapshot<S, D> current) {}
}
