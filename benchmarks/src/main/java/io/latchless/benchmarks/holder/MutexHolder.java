package io.latchless.benchmarks.holder;

import io.latchless.benchmarks.cell.Cell;
import io.latchless.benchmarks.cell.CellDelivery;
import io.latchless.primitives.ListenerErrorHandler;
import io.latchless.primitives.StatusListener;
import io.latchless.primitives.StatusSnapshot;
import io.latchless.primitives.Subscription;
import io.latchless.primitives.TransitionGraph;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A holder behind the lock of a cell. */
@SuppressWarnings("EnumOrdinal") // versions are by ordinal, and live no longer than the enum
final class MutexHolder<S extends Enum<S>, D extends @Nullable Object> implements Holder<S, D> {
  private static final long NEVER = -1;

  private final TransitionGraph<S> graph;
  private final InstantSource clock;
  private final Cell<StatusSnapshot<S, D>, StatusListener<S, D>> cell;

  /** The version at which each state was last entered; guarded by the cell's lock. */
  private final long[] enteredAt;

  MutexHolder(
      String lock,
      TransitionGraph<S> graph,
      D data,
      InstantSource clock,
      ListenerErrorHandler errors) {
    this.graph = graph;
    this.clock = clock;
    S initial = graph.initial();
    this.enteredAt = new long[initial.getDeclaringClass().getEnumConstants().length];
    Arrays.fill(enteredAt, NEVER);
    enteredAt[initial.ordinal()] = 0;
    this.cell =
        Cell.create(
            lock,
            new StatusSnapshot<>(initial, 0, clock.instant(), data),
            new CellDelivery<>() {
              @Override
              public void start(StatusListener<S, D> listener, StatusSnapshot<S, D> now) {
                listener.onStart(now);
              }

              @Override
              public void change(
                  StatusListener<S, D> listener,
                  StatusSnapshot<S, D> from,
                  StatusSnapshot<S, D> to) {
                listener.onTransition(from, to);
              }
            },
            errors);
  }

  @Override
  public StatusSnapshot<S, D> get() {
    return cell.get();
  }

  @Override
  public boolean tryTransition(S from, S to, D data) {
    requireAllowed(from, to);
    return cell.change(now -> now.state() == from ? enter(now, to, data) : null) != null;
  }

  @Override
  public boolean tryTransition(long expectedVersion, S to, D data) {
    return cell.change(
            now -> {
              if (now.version() != expectedVersion) {
                return null;
              }
              requireAllowed(now.state(), to);
              return enter(now, to, data);
            })
        != null;
  }

  @Override
  public boolean transitionIfAllowed(S to, D data) {
    return cell.change(now -> graph.allows(now.state(), to) ? enter(now, to, data) : null) != null;
  }

  @Override
  @SuppressWarnings("NullAway") // the step refuses nothing
  public StatusSnapshot<S, D> transition(S to, D data) {
    return cell.change(
        now -> {
          requireAllowed(now.state(), to);
          return enter(now, to, data);
        });
  }

  @Override
  @SuppressWarnings("NullAway") // the step refuses nothing
  public StatusSnapshot<S, D> transitionWith(S to, UnaryOperator<D> data) {
    return cell.change(
        now -> {
          requireAllowed(now.state(), to);
          return enter(now, to, data.apply(now.data()));
        });
  }

  private StatusSnapshot<S, D> enter(StatusSnapshot<S, D> before, S to, D data) {
    Instant now = clock.instant();
    Instant since = now.isBefore(before.since()) ? before.since() : now;
    long version = before.version() + 1;
    enteredAt[to.ordinal()] = version;
    return new StatusSnapshot<>(to, version, since, data);
  }

  private void requireAllowed(S from, S to) {
    if (!graph.allows(from, to)) {
      throw new IllegalStateException(from + " -> " + to + " is not allowed");
    }
  }

  @Override
  public Optional<StatusSnapshot<S, D>> await(
      Predicate<? super StatusSnapshot<S, D>> condition, Duration timeout)
      throws InterruptedException {
    return Optional.ofNullable(cell.await(condition, timeout.toNanos()));
  }

  @Override
  public boolean awaitReached(S state, long sinceVersion, Duration timeout)
      throws InterruptedException {
    return cell.await(
                now -> hasReached(state, sinceVersion) || !graph.canReach(now.state(), state),
                timeout.toNanos())
            != null
        && cell.locked(() -> hasReached(state, sinceVersion));
  }

  @Override
  public CompletableFuture<StatusSnapshot<S, D>> whenReached(S state, long sinceVersion) {
    return cell.when(
        (now, future) -> {
          if (hasReached(state, sinceVersion)) {
            return () -> future.complete(now);
          }
          return graph.canReach(now.state(), state)
              ? null
              : () ->
                  future.completeExceptionally(
                      new IllegalStateException(state + " can no longer be reached"));
        });
  }

  private boolean hasReached(S state, long sinceVersion) {
    return enteredAt[state.ordinal()] >= sinceVersion;
  }

  @Override
  public Subscription addListener(StatusListener<S, D> listener) {
    return cell.subscribe(listener);
  }
}
