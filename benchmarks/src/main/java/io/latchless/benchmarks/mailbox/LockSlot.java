package io.latchless.benchmarks.mailbox;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A slot behind a lock, with a condition for threads that wait for a value. */
final class LockSlot<T> implements Slot<T> {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition filled = lock.newCondition();
  private @Nullable T value;

  @Override
  public boolean offer(T value) {
    requireNonNull(value);
    lock.lock();
    try {
      if (this.value != null) {
        return false;
      }
      put(value);
      return true;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public @Nullable T replace(T value) {
    requireNonNull(value);
    lock.lock();
    try {
      T displaced = this.value;
      put(value);
      return displaced;
    } finally {
      lock.unlock();
    }
  }

  private void put(T next) {
    value = next;
    filled.signal();
  }

  @Override
  public @Nullable T poll() {
    lock.lock();
    try {
      return remove();
    } finally {
      lock.unlock();
    }
  }

  private @Nullable T remove() {
    T taken = value;
    value = null;
    return taken;
  }

  @Override
  public T take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      for (; ; ) {
        T taken = remove();
        if (taken != null) {
          return taken;
        }
        filled.await();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public @Nullable T poll(Duration timeout) throws InterruptedException {
    long left = timeout.toNanos();
    lock.lockInterruptibly();
    try {
      for (; ; ) {
        T taken = remove();
        if (taken != null || left <= 0) {
          return taken;
        }
        left = filled.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean isEmpty() {
    lock.lock();
    try {
      return value == null;
    } finally {
      lock.unlock();
    }
  }
}
