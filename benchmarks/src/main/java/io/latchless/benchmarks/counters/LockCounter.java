package io.latchless.benchmarks.counters;

import java.util.concurrent.locks.ReentrantLock;

/** A counter behind a lock. */
final class LockCounter implements SharedCounter {
  private final ReentrantLock lock = new ReentrantLock();
  private long count;

  @Override
  public void increment() {
    lock.lock();
    try {
      count++;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long sum() {
    lock.lock();
    try {
      return count;
    } finally {
      lock.unlock();
    }
  }
}
