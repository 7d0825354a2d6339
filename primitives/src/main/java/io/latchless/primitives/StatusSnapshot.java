package io.latchless.primitives;

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
    S state, long version, Instant since, D data) {}
