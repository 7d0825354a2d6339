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

/** Adapts a {@link StatusHolder}. */
record LatchlessHolder<S extends Enum<S>, D extends @Nullable Object>(StatusHolder<S, D> holder)
    implements Holder<S, D> {
  @Override
  public StatusSnapshot<S, D> get() {
    return holder.get();
  }

  @Override
  public boolean tryTransition(S from, S to, D data) {
    return holder.tryTransition(from, to, data);
  }

  @Override
  public boolean tryTransition(long expectedVersion, S to, D data) {
    return holder.tryTransition(expectedVersion, to, data);
  }

  @Override
  public boolean transitionIfAllowed(S to, D data) {
    return holder.transitionIfAllowed(to, data);
  }

  @Override
  public StatusSnapshot<S, D> transition(S to, D data) {
    return holder.transition(to, data);
  }

  @Override
  public StatusSnapshot<S, D> transitionWith(S to, UnaryOperator<D> data) {
    return holder.transitionWith(to, data);
  }

  @Override
  public Optional<StatusSnapshot<S, D>> await(
      Predicate<? super StatusSnapshot<S, D>> condition, Duration timeout)
      throws InterruptedException {
    return holder.await(condition, timeout);
  }

  @Override
  public boolean awaitReached(S state, long sinceVersion, Duration timeout)
      throws InterruptedException {
    return holder.awaitReached(state, sinceVersion, timeout);
  }

  @Override
  public CompletableFuture<StatusSnapshot<S, D>> whenReached(S state, long sinceVersion) {
    return holder.whenReached(state, sinceVersion);
  }

  @Override
  public Subscription addListener(StatusListener<S, D> listener) {
    return holder.addListener(listener);
  }
}
