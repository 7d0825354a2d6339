package io.latchless.benchmarks.lazy;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value made on demand, in plain fields. A subclass calls {@link #get} under a reentrant lock.
 * Unlike ours it detects recursion only within one thread, and each waiting thread runs a failing
 * initializer again.
 */
class PlainLazy<T extends @Nullable Object> implements Supplier<T> {
  private final boolean rememberFailure;
  private @Nullable Callable<? extends T> initializer;
  private boolean making;
  private boolean ready;
  private @Nullable T value;
  private @Nullable Throwable failure;

  PlainLazy(Callable<? extends T> initializer, boolean rememberFailure) {
    this.initializer = initializer;
    this.rememberFailure = rememberFailure;
  }

  @Override
  @SuppressWarnings("NullAway") // T decides whether the value may be null
  public T get() {
    if (!ready) {
      make();
    }
    return value;
  }

  @SuppressWarnings("NullAway") // the initializer is kept until the value exists
  private void make() {
    if (making) {
      throw new IllegalStateException("the initializer asks for its own value");
    }
    if (failure != null) {
      throw failed(failure);
    }
    making = true;
    try {
      value = initializer.call();
      initializer = null;
      ready = true;
    } catch (Throwable thrown) {
      if (thrown instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      if (rememberFailure) {
        failure = thrown;
      }
      throw failed(thrown);
    } finally {
      making = false;
    }
  }

  private static IllegalStateException failed(Throwable cause) {
    return new IllegalStateException("the initializer threw " + cause, cause);
  }
}
