package io.latchless.benchmarks.cell;

import io.latchless.primitives.ListenerErrorHandler;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.StampedLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A cell behind a stamped lock, read optimistically. */
final class StampedLockCell<N, L> extends Cell<N, L> {
  /*
   * A stamped lock has no conditions. A waiter announces itself under the lock, then enters a
   * monitor and checks again before it sleeps. A writer that has seen the announcement under the
   * lock enters the monitor afterwards. Without waiters the monitor is not used.
   */

  private final StampedLock lock = new StampedLock();
  private final Object monitor = new Object();

  /** Guarded by the lock. */
  private int waiting;

  StampedLockCell(N first, CellDelivery<N, L> delivery, ListenerErrorHandler errors) {
    super(first, delivery, errors);
  }

  @Override
  public N get() {
    long stamp = lock.tryOptimisticRead();
    N seen = current();
    if (lock.validate(stamp)) {
      return seen;
    }
    stamp = lock.readLock();
    try {
      return current();
    } finally {
      lock.unlockRead(stamp);
    }
  }

  @Override
  public @Nullable N change(Step<N> step) {
    N next;
    List<Runnable> due;
    boolean awaited;
    long stamp = lock.writeLock();
    try {
      next = advance(step);
      due = claim();
      awaited = waiting > 0;
    } finally {
      lock.unlockWrite(stamp);
    }
    if (awaited) {
      synchronized (monitor) {
        monitor.notifyAll();
      }
    }
    deliver(due);
    return next;
  }

  @Override
  public @Nullable N await(Predicate<? super N> condition, long nanos) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    long start = System.nanoTime();
    locked(() -> waiting++);
    try {
      synchronized (monitor) {
        for (; ; ) {
          N found = locked(() -> condition.test(current()) ? current() : null);
          long left = nanos - (System.nanoTime() - start);
          if (found != null || left <= 0) {
            return found;
          }
          TimeUnit.NANOSECONDS.timedWait(monitor, left);
        }
      }
    } finally {
      locked(() -> waiting--);
    }
  }

  @Override
  public <R extends @Nullable Object> R locked(Supplier<R> body) {
    long stamp = lock.writeLock();
    try {
      return body.get();
    } finally {
      lock.unlockWrite(stamp);
    }
  }
}
