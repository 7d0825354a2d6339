package io.latchless.benchmarks.latest;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.Snapshot;
import org.jspecify.annotations.Nullable;

/** A latest value and its number in plain fields; a subclass calls each method under its lock. */
abstract class PlainLatest<T> implements NumberedLatest<T> {
  private @Nullable T value;
  private long version;

  @Override
  public long publish(T value) {
    this.value = requireNonNull(value);
    return ++version;
  }

  @Override
  public @Nullable T get() {
    return value;
  }

  @Override
  public @Nullable Snapshot<T> snapshot() {
    T now = value;
    return now == null ? null : new Snapshot<>(now, version);
  }

  @Override
  public long version() {
    return version;
  }
}
