package io.latchless.benchmarks.backoff;

import io.latchless.primitives.Backoff;
import java.util.concurrent.atomic.AtomicLong;

/** Ours: a compare-and-set loop with back-off after a lost attempt. */
final class BackoffCounter implements ContendedCounter {
  private static final Backoff BACKOFF = Backoff.atFirstLoss(5_000);

  private final AtomicLong value = new AtomicLong();

  @Override
  public long increment() {
    int losses = 0;
    for (; ; ) {
      long seen = value.get();
      if (value.compareAndSet(seen, seen + 1)) {
        return seen + 1;
      }
      BACKOFF.pause(losses++);
    }
  }
}
