package io.latchless.benchmarks.backoff;

import io.latchless.primitives.Backoff;
import java.util.concurrent.atomic.AtomicLong;

/** Ours: a compare-and-set loop whose losers step aside. */
final class BackoffCounter implements Counter {
  private final AtomicLong value = new AtomicLong();
  private final Backoff backoff = new Backoff();

  @Override
  public long increment() {
    for (; ; ) {
      long seen = value.get();
      if (value.compareAndSet(seen, seen + 1)) {
        return seen + 1;
      }
      backoff.pause();
    }
  }
}
