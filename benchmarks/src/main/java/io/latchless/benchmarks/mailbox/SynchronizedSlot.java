package io.latchless.benchmarks.mailbox;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A slot behind its own monitor. */
final class SynchronizedSlot<T> implements Slot<T> {
  private @Nullable T value;

  @Override
  public synchronized boolean offer(T value) {
    requireNonNull(value);
    if (this.value != null) {
      return false;
    }
    put(value);
    return true;
  }

  @Override
  public synchronized @Nullable T replace(T value) {
    requireNonNull(value);
    T displaced = this.value;
    put(value);
    return displaced;
  }

  private void put(T next) {
    value = next;
    notify(); // only takers wait, and one value is for one of them
  }

  @Override
  public synchronized @Nullable T poll() {
    T taken = value;
    value = null;
    return taken;
  }

  @Override
  public synchronized T take() throws InterruptedException {
    for (; ; ) {
      T taken = poll();
      if (taken != null) {
        return taken;
      }
      wait();
    }
  }

  @Override
  public synchronized @Nullable T poll(Duration timeout) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    long start = System.nanoTime();
    for (; ; ) {
      T taken = poll();
      long left = timeout.toNanos() - (System.nanoTime() - start);
      if (taken != null || left <= 0) {
        return taken;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
  }

  @Override
  public synchronized boolean isEmpty() {
    return value == null;
  }
}
