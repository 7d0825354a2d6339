package io.latchless.benchmarks.snapshot;

import static java.util.Objects.requireNonNull;

import io.latchless.benchmarks.cell.Cell;
import io.latchless.benchmarks.cell.CellDelivery;
import io.latchless.primitives.ChangeListener;
import io.latchless.primitives.ListenerErrorHandler;
import io.latchless.primitives.Snapshot;
import io.latchless.primitives.Subscription;
import java.util.function.UnaryOperator;

/** A versioned reference behind the lock of a cell. */
final class MutexRef<T> implements VersionedRef<T> {
  private final Cell<Snapshot<T>, ChangeListener<T>> cell;

  MutexRef(String lock, T value, ListenerErrorHandler errors) {
    this.cell =
        Cell.create(
            lock,
            new Snapshot<>(requireNonNull(value), 0),
            new CellDelivery<>() {
              @Override
              public void start(ChangeListener<T> listener, Snapshot<T> now) {}

              @Override
              public void change(ChangeListener<T> listener, Snapshot<T> from, Snapshot<T> to) {
                listener.onChange(from.value(), to.value(), to.version());
              }
            },
            errors);
  }

  @Override
  public T get() {
    return cell.get().value();
  }

  @Override
  public Snapshot<T> snapshot() {
    return cell.get();
  }

  @Override
  public boolean compareAndSet(long expectedVersion, T next) {
    return cell.change(
            now -> now.version() == expectedVersion ? successor(now, requireNonNull(next)) : null)
        != null;
  }

  @Override
  public Snapshot<T> set(T next) {
    return update(before -> next);
  }

  @Override
  @SuppressWarnings("NullAway") // the step refuses nothing
  public Snapshot<T> update(UnaryOperator<T> change) {
    return cell.change(
        now -> {
          T next = requireNonNull(change.apply(now.value()));
          return next == now.value() ? now : successor(now, next);
        });
  }

  private static <T> Snapshot<T> successor(Snapshot<T> now, T next) {
    return new Snapshot<>(next, now.version() + 1);
  }

  @Override
  public Subscription addListener(ChangeListener<T> listener) {
    return cell.subscribe(listener);
  }
}
