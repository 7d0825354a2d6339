package io.latchless.benchmarks.snapshot;

import java.util.function.UnaryOperator;

/**
 * A value that is read, and replaced by one made from it: the operations that an {@link
 * java.util.concurrent.atomic.AtomicReference} supports too.
 *
 * @param <T> the type of the value
 */
public interface ValueRef<T> {
  /** Returns the current value. */
  T get();

  /** Replaces the value and returns the new one. */
  T updateAndGet(UnaryOperator<T> change);
}
