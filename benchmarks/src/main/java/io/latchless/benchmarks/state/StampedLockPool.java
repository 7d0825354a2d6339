package io.latchless.benchmarks.state;

import java.util.concurrent.locks.StampedLock;

/** Three fields behind a stamped lock; readers first try optimistically. */
final class StampedLockPool extends PlainPool {
  private final StampedLock lock = new StampedLock();

  @Override
  public void move(int step) {
    long stamp = lock.writeLock();
    try {
      super.move(step);
    } finally {
      lock.unlockWrite(stamp);
    }
  }

  @Override
  public int count() {
    long optimistic = lock.tryOptimisticRead();
    if (optimistic != 0) {
      int count = super.count();
      if (lock.validate(optimistic)) {
        return count;
      }
    }
    long stamp = lock.readLock();
    try {
      return super.count();
    } finally {
      lock.unlockRead(stamp);
    }
  }
}
