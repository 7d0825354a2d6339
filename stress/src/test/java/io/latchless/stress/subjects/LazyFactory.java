package io.latchless.stress.subjects;

import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Makes a lazy value that tries again after a failure. */
@FunctionalInterface
public interface LazyFactory {
  /** Its {@code get} throws an unchecked exception if the initializer throws. */
  Supplier<Integer> create(Callable<Integer> initializer);
}
