package io.latchless.benchmarks.lazy;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A lazy value behind a monitor that readers bypass once the value exists. */
final class DoubleCheckedLazy<T extends @Nullable Object> implements Supplier<T> {
  private final PlainLazy<T> maker;
  private volatile boolean ready;
  private @Nullable T value;

  DoubleCheckedLazy(Callable<? extends T> initializer, boolean rememberFailure) {
    this.maker = new PlainLazy<>(initializer, rememberFailure);
  }

  @Override
  @SuppressWarnings("NullAway") // T decides whether the value may be null
  public T get() {
    if (!ready) {
      synchronized (this) {
        if (!ready) {
          value = maker.get();
          ready = true;
        }
      }
    }
    return value;
  }
}
