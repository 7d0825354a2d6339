package io.latchless.benchmarks.backoff;

import java.util.concurrent.atomic.AtomicLong;

/** A compare-and-set loop that retries at once. */
final class NaiveCasCounter implements ContendedCounter {
  private final AtomicLong value = new AtomicLong();

  @Override
  public long increment() {
    for (; ; ) {
      long seen = value.get();
      if (value.compareAndSet(seen, seen + 1)) {
        return seen + 1;
      }
    }
  }
}
