package io.latchless.benchmarks.state;

import java.util.concurrent.locks.ReentrantLock;

/** Three fields behind a lock. */
final class LockPool extends PlainPool {
  private final ReentrantLock lock = new ReentrantLock();

  @Override
  public void move(int step) {
    lock.lock();
    try {
      super.move(step);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public int count() {
    lock.lock();
    try {
      return super.count();
    } finally {
      lock.unlock();
    }
  }
}
