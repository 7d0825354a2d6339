package io.latchless.benchmarks.latest;

import io.latchless.primitives.Snapshot;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A latest value behind its own monitor. */
final class SynchronizedLatest<T> extends PlainLatest<T> {
  @Override
  public synchronized long publish(T value) {
    long published = super.publish(value);
    notifyAll();
    return published;
  }

  @Override
  public synchronized @Nullable T get() {
    return super.get();
  }

  @Override
  public synchronized @Nullable Snapshot<T> snapshot() {
    return super.snapshot();
  }

  @Override
  public synchronized long version() {
    return super.version();
  }

  @Override
  public synchronized Optional<Snapshot<T>> awaitNewer(long seenVersion, Duration timeout)
      throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    long start = System.nanoTime();
    while (super.version() <= seenVersion) {
      long left = timeout.toNanos() - (System.nanoTime() - start);
      if (left <= 0) {
        return Optional.empty();
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return Optional.ofNullable(super.snapshot());
  }
}
