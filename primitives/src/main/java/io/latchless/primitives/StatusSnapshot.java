package io.latchless.primitives;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.internal.Arguments;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state of a {@link StatusHolder} at one moment. All components belong to the same transition.
 *
 * @param <S> the enum of states
 * @param <D> the type of the data
 * @param state the state
 * @param version how many transitions led to it, from 0
 * @param since when it was entered, by the holder's clock; never earlier than the previous
 *     version's
 * @param data the data stored with the transition
 * @since 0.1.0
 */
public record StatusSnapshot<S extends Enum<S>, D extends @Nullable Object>(
    S state, long version, Instant since, D data) {
  /**
   * Creates a snapshot, checking its components.
   *
   * @param state the state
   * @param version how many transitions led to it
   * @param since when it was entered
   * @param data the data stored with the transition
   * @throws IllegalArgumentException if {@code version} is negative
   */
  public StatusSnapshot {
    requireNonNull(state, "state");
    Arguments.requireNotNegative(version, "version");
    requireNonNull(since, "since");
  }
}
