package io.latchless.benchmarks.latest;

import org.jspecify.annotations.Nullable;

/**
 * A latest value that is published and read: the operations that a volatile field supports too.
 *
 * @param <T> the type of the value
 */
public interface LatestValue<T> {
  /** Publishes a value as the latest one. */
  void put(T value);

  /** Returns the latest value, or null if there is none yet. */
  @Nullable T get();
}
