package io.latchless.benchmarks.latest;

import org.jspecify.annotations.Nullable;

/**
 * A latest value that is published and read: the part that a volatile field can do as well.
 *
 * @param <T> the type of the value
 */
public interface LatestValue<T> {
  /** Makes a value the latest one. */
  void put(T value);

  /** The latest value, or null if there is none yet. */
  @Nullable T get();
}
