package io.latchless.metrics;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A clock that the test moves. Not thread-safe. */
final class FakeClock implements LongSupplier {
  private long nanos;

  FakeClock(long nanos) {
    this.nanos = nanos;
  }

  void advance(Duration by) {
    nanos += by.toNanos();
  }

  void set(long to) {
    nanos = to;
  }

  @Override
  public long getAsLong() {
    return nanos;
  }
}
