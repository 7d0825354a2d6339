package io.latchless.benchmarks.holder;

import io.latchless.primitives.StatusHolder;
import io.latchless.primitives.StatusListener;
import io.latchless.primitives.StatusSnapshot;
import io.latchless.primitives.Subscription;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The operations of {@link StatusHolder}, for ours and its opponents. An illegal transition throws
 * an {@link IllegalStateException}. A future for a state that can no longer be reached fails with
 * one.
 *
 * @param <S> the enum of states
 * @param <D> the type of the data
 */
public interface Holder<S extends Enum<S>, D extends @Nullable Object> {
  /** See {@link StatusHolder#get}. */
  StatusSnapshot<S, D> get();

  /** See {@link StatusHolder#tryTransition(Enum, Enum, Object)}. */
  boolean tryTransition(S from, S to, D data);

  /** See {@link StatusHolder#tryTransition(long, Enum, Object)}. */
  boolean tryTransition(long expectedVersion, S to, D data);

  /** See {@link StatusHolder#transitionIfAllowed}. */
  boolean transitionIfAllowed(S to, D data);

  /** See {@link StatusHolder#transition}. */
  StatusSnapshot<S, D> transition(S to, D data);

  /** See {@link StatusHolder#transitionWith}. */
  StatusSnapshot<S, D> transitionWith(S to, UnaryOperator<D> data);

  /** See {@link StatusHolder#await}. */
  Optional<StatusSnapshot<S, D>> await(
      Predicate<? super StatusSnapshot<S, D>> condition, Duration timeout)
      throws InterruptedException;

  /** See {@link StatusHolder#awaitReached(Enum, long, Duration)}. */
  boolean awaitReached(S state, long sinceVersion, Duration timeout) throws InterruptedException;

  /** See {@link StatusHolder#whenReached(Enum, long)}. */
  CompletableFuture<StatusSnapshot<S, D>> whenReached(S state, long sinceVersion);

  /** See {@link StatusHolder#addListener}. */
  Subscription addListener(StatusListener<S, D> listener);
}
