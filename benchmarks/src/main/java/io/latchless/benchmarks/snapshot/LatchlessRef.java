package io.latchless.benchmarks.snapshot;

import io.latchless.primitives.ChangeListener;
import io.latchless.primitives.Snapshot;
import io.latchless.primitives.SnapshotRef;
import io.latchless.primitives.Subscription;
import java.util.function.UnaryOperator;

/** Adapts a {@link SnapshotRef}. */
record LatchlessRef<T>(SnapshotRef<T> ref) implements VersionedRef<T> {
  @Override
  public T get() {
    return ref.get();
  }

  @Override
  public Snapshot<T> snapshot() {
    return ref.snapshot();
  }

  @Override
  public boolean compareAndSet(long expectedVersion, T next) {
    return ref.compareAndSet(expectedVersion, next);
  }

  @Override
  public Snapshot<T> set(T next) {
    return ref.set(next);
  }

  @Override
  public Snapshot<T> update(UnaryOperator<T> change) {
    return ref.update(change);
  }

  @Override
  public Subscription addListener(ChangeListener<T> listener) {
    return ref.addListener(listener);
  }
}
