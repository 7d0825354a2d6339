package io.latchless.benchmarks.cell;

import io.latchless.primitives.ListenerErrorHandler;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A cell behind its own monitor. */
final class SynchronizedCell<N, L> extends Cell<N, L> {
  SynchronizedCell(N first, CellDelivery<N, L> delivery, ListenerErrorHandler errors) {
    super(first, delivery, errors);
  }

  @Override
  public synchronized N get() {
    return current();
  }

  @Override
  public @Nullable N change(Step<N> step) {
    N next;
    List<Runnable> due;
    synchronized (this) {
      next = advance(step);
      notifyAll();
      due = claim();
    }
    deliver(due);
    return next;
  }

  @Override
  public synchronized @Nullable N await(Predicate<? super N> condition, long nanos)
      throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    long start = System.nanoTime();
    while (!condition.test(current())) {
      long left = nanos - (System.nanoTime() - start);
      if (left <= 0) {
        return null;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return current();
  }

  @Override
  public synchronized <R extends @Nullable Object> R locked(Supplier<R> body) {
    return body.get();
  }
}
