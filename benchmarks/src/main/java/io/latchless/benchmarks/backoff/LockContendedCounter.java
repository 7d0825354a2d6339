package io.latchless.benchmarks.backoff;

import java.util.concurrent.locks.ReentrantLock;

/** A counter behind a lock. */
final class LockContendedCounter implements ContendedCounter {
  private final ReentrantLock lock = new ReentrantLock();
  private long value;

  @Override
  public long increment() {
    lock.lock();
    try {
      return ++value;
    } finally {
      lock.unlock();
    }
  }
}
