package io.latchless.benchmarks.latest;

import io.latchless.primitives.Latest;
import io.latchless.primitives.Snapshot;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The operations of {@link Latest}, for ours and the mutexes.
 *
 * @param <T> the type of the value
 */
public interface NumberedLatest<T> extends LatestValue<T> {
  /** See {@link Latest#publish}. */
  long publish(T value);

  @Override
  default void put(T value) {
    publish(value);
  }

  /** See {@link Latest#snapshot}. */
  @Nullable Snapshot<T> snapshot();

  /** See {@link Latest#version}. */
  long version();

  /** See {@link Latest#awaitNewer}. */
  Optional<Snapshot<T>> awaitNewer(long seenVersion, Duration timeout) throws InterruptedException;
}
