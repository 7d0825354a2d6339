package io.latchless.benchmarks.lazy;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** A lazy value behind its own monitor. */
final class SynchronizedLazy<T extends @Nullable Object> extends PlainLazy<T> {
  SynchronizedLazy(Callable<? extends T> initializer, boolean rememberFailure) {
    super(initializer, rememberFailure);
  }

  @Override
  public synchronized T get() {
    return super.get();
  }
}
