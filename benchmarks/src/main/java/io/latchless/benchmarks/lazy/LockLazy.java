package io.latchless.benchmarks.lazy;

import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A lazy value behind a lock. */
final class LockLazy<T extends @Nullable Object> extends PlainLazy<T> {
  private final ReentrantLock lock = new ReentrantLock();

  LockLazy(Callable<? extends T> initializer, boolean rememberFailure) {
    super(initializer, rememberFailure);
  }

  @Override
  public T get() {
    lock.lock();
    try {
      return super.get();
    } finally {
      lock.unlock();
    }
  }
}
