package io.latchless.stress.rogues;

import io.latchless.stress.soak.AccountingRoguesTest;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Lets the first caller create the value and makes all others wait, even a recursive call. */
@Rogue(trap = "a lazy value that needs itself deadlocks", caughtBy = AccountingRoguesTest.class)
public final class LazyWaitsForItself implements Supplier<Integer> {
  private final Callable<Integer> initializer;
  private final AtomicBoolean begun = new AtomicBoolean();
  private final CompletableFuture<Integer> value = new CompletableFuture<>();

  public LazyWaitsForItself(Callable<Integer> initializer) {
    this.initializer = initializer;
  }

  @Override
  public Integer get() {
    if (begun.compareAndSet(false, true)) {
      try {
        value.complete(initializer.call());
      } catch (Exception e) {
        value.completeExceptionally(e);
      }
    }
    return value.join();
  }
}
