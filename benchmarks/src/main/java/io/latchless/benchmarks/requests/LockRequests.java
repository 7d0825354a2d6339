package io.latchless.benchmarks.requests;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Metrics behind a lock. */
final class LockRequests extends PlainRequests {
  private final ReentrantLock lock = new ReentrantLock();

  LockRequests(@Nullable LongSupplier nanoClock) {
    super(nanoClock);
  }

  @Override
  void add(boolean success, long requestBytes, long nanos, long now) {
    lock.lock();
    try {
      super.add(success, requestBytes, nanos, now);
    } finally {
      lock.unlock();
    }
  }

  @Override
  Copy copy() {
    lock.lock();
    try {
      return super.copy();
    } finally {
      lock.unlock();
    }
  }
}
