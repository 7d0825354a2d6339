package io.latchless.benchmarks.history;

import java.util.concurrent.locks.ReentrantLock;

/** A circular array behind a lock. */
final class LockHistory<E> extends PlainHistory<E> {
  private final ReentrantLock lock = new ReentrantLock();

  LockHistory(int capacity) {
    super(capacity);
  }

  @Override
  public void add(E element) {
    lock.lock();
    try {
      super.add(element);
    } finally {
      lock.unlock();
    }
  }

  @Override
  Object[] copyOfNewest(int limit) {
    lock.lock();
    try {
      return super.copyOfNewest(limit);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public long overwritten() {
    lock.lock();
    try {
      return super.overwritten();
    } finally {
      lock.unlock();
    }
  }
}
