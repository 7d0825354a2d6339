package io.latchless.benchmarks.latest;

import io.latchless.primitives.Snapshot;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import org.jspecify.annotations.Nullable;

/** A latest value behind a lock, or behind a read-write pair of locks. */
final class LockLatest<T> extends PlainLatest<T> {
  private final Lock read;
  private final Lock write;
  private final Condition published;

  LockLatest(Lock read, Lock write) {
    this.read = read;
    this.write = write;
    this.published = write.newCondition();
  }

  @Override
  public long publish(T value) {
    write.lock();
    try {
      long version = super.publish(value);
      published.signalAll();
      return version;
    } finally {
      write.unlock();
    }
  }

  @Override
  public @Nullable T get() {
    read.lock();
    try {
      return super.get();
    } finally {
      read.unlock();
    }
  }

  @Override
  public @Nullable Snapshot<T> snapshot() {
    read.lock();
    try {
      return super.snapshot();
    } finally {
      read.unlock();
    }
  }

  @Override
  public long version() {
    read.lock();
    try {
      return super.version();
    } finally {
      read.unlock();
    }
  }

  @Override
  public Optional<Snapshot<T>> awaitNewer(long seenVersion, Duration timeout)
      throws InterruptedException {
    long left = timeout.toNanos();
    write.lockInterruptibly();
    try {
      while (super.version() <= seenVersion) {
        if (left <= 0) {
          return Optional.empty();
        }
        left = published.awaitNanos(left);
      }
      return Optional.ofNullable(super.snapshot());
    } finally {
      write.unlock();
    }
  }
}
