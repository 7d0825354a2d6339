package io.latchless.primitives;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.internal.Arguments;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link StatusHolder} held at one moment; all parts belong to the same transition.
 *
 * @param <S> the enum of states
 * @param <D> the type of the data
 * @param state the state
 * @param version how many transitions had led to it, from 0
 * @param since when it was entered, by the holder's clock, never before the version before it
 * @param data what was stored with the transition
 */
public record StatusSnapshot<S extends Enum<S>, D extends @Nullable Object>(
    S state, long version, Instant since, D data) {
  /**
   * Checks the parts.
   *
   * @param state the state
   * @param version how many transitions had led to it
   * @param since when it was entered
   * @param data what was stored with the transition
   * @throws IllegalArgumentException if {@code version} is negative
   */
  public StatusSnapshot {
    requireNonNull(state, "state");
    Arguments.requireNotNegative(version, "version");
    requireNonNull(since, "since");
  }
}
