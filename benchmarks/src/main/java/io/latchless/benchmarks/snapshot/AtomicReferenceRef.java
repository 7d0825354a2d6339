package io.latchless.benchmarks.snapshot;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** The JDK's reference. Its update retries at once. */
record AtomicReferenceRef<T>(AtomicReference<T> ref) implements ValueRef<T> {
  @Override
  @SuppressWarnings("NullAway") // starts with a value and goes from value to value
  public T get() {
    return ref.get();
  }

  @Override
  public T updateAndGet(UnaryOperator<T> change) {
    return ref.updateAndGet(change);
  }
}
