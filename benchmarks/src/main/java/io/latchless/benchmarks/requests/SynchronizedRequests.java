package io.latchless.benchmarks.requests;

import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Metrics behind their own monitor. */
final class SynchronizedRequests extends PlainRequests {
  SynchronizedRequests(@Nullable LongSupplier nanoClock) {
    super(nanoClock);
  }

  @Override
  synchronized void add(boolean success, long requestBytes, long nanos, long now) {
    super.add(success, requestBytes, nanos, now);
  }

  @Override
  synchronized Copy copy() {
    return super.copy();
  }
}
