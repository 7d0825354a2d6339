package io.latchless.benchmarks.snapshot;

import io.latchless.primitives.ChangeListener;
import io.latchless.primitives.Snapshot;
import io.latchless.primitives.SnapshotRef;
import io.latchless.primitives.Subscription;
import java.util.function.UnaryOperator;

/**
 * The operations of {@link SnapshotRef}, for ours and the mutexes.
 *
 * @param <T> the type of the value
 */
public interface VersionedRef<T> extends ValueRef<T> {
  /** See {@link SnapshotRef#snapshot}. */
  Snapshot<T> snapshot();

  /** See {@link SnapshotRef#compareAndSet}. */
  boolean compareAndSet(long expectedVersion, T next);

  /** See {@link SnapshotRef#set}. */
  Snapshot<T> set(T next);

  /** See {@link SnapshotRef#update}. */
  Snapshot<T> update(UnaryOperator<T> change);

  @Override
  default T updateAndGet(UnaryOperator<T> change) {
    return update(change).value();
  }

  /** See {@link SnapshotRef#addListener}. */
  Subscription addListener(ChangeListener<T> listener);
}
