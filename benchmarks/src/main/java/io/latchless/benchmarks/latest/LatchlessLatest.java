package io.latchless.benchmarks.latest;

import io.latchless.primitives.Latest;
import io.latchless.primitives.Snapshot;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Adapts a {@link Latest}. */
record LatchlessLatest<T>(Latest<T> latest) implements NumberedLatest<T> {
  @Override
  public long publish(T value) {
    return latest.publish(value);
  }

  @Override
  public @Nullable T get() {
    return latest.get();
  }

  @Override
  public @Nullable Snapshot<T> snapshot() {
    return latest.snapshot();
  }

  @Override
  public long version() {
    return latest.version();
  }

  @Override
  public Optional<Snapshot<T>> awaitNewer(long seenVersion, Duration timeout)
      throws InterruptedException {
    return latest.awaitNewer(seenVersion, timeout);
  }
}
