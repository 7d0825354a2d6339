package io.latchless.metrics;

import java.time.Duration;
import java.util.function.LongSupplier;

/** A clock that is moved by hand. Used by one thread. */
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
