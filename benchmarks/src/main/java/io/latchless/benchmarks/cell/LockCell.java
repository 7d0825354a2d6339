package io.latchless.benchmarks.cell;

import io.latchless.primitives.ListenerErrorHandler;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A cell behind a lock, or behind a read-write pair of locks. */
final class LockCell<N, L> extends Cell<N, L> {
  private final Lock read;
  private final Lock write;
  private final Condition changed;

  LockCell(
      N first, CellDelivery<N, L> delivery, ListenerErrorHandler errors, Lock read, Lock write) {
    super(first, delivery, errors);
    this.read = read;
    this.write = write;
    this.changed = write.newCondition();
  }

  @Override
  public N get() {
    read.lock();
    try {
      return current();
    } finally {
      read.unlock();
    }
  }

  @Override
  public @Nullable N change(Step<N> step) {
    N next;
    List<Runnable> due;
    write.lock();
    try {
      next = advance(step);
      changed.signalAll();
      due = claim();
    } finally {
      write.unlock();
    }
    deliver(due);
    return next;
  }

  @Override
  public @Nullable N await(Predicate<? super N> condition, long nanos) throws InterruptedException {
    long left = nanos;
    write.lockInterruptibly();
    try {
      while (!condition.test(current())) {
        if (left <= 0) {
          return null;
        }
        left = changed.awaitNanos(left);
      }
      return current();
    } finally {
      write.unlock();
    }
  }

  @Override
  public <R extends @Nullable Object> R locked(Supplier<R> body) {
    write.lock();
    try {
      return body.get();
    } finally {
      write.unlock();
    }
  }
}
