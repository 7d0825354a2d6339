package io.latchless.stress.subjects;

import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** Creates a lazy value that retries after a failure. */
@FunctionalInterface
public interface LazyFactory {
  /** Creates the value; its {@code get} throws an unchecked exception if the initializer throws. */
  Supplier<Integer> create(Callable<Integer> initializer);
}
