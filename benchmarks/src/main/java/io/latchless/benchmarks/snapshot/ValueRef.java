package io.latchless.benchmarks.snapshot;

import java.util.function.UnaryOperator;

/**
 * A value that is read, and replaced by one made from it: the part that an {@link
 * java.util.concurrent.atomic.AtomicReference} can do as well.
 *
 * @param <T> the type of the value
 */
public interface ValueRef<T> {
  /** The current value. */
  T get();

  /** Replaces the value; gives back the one that it has put there. */
  T updateAndGet(UnaryOperator<T> change);
}
