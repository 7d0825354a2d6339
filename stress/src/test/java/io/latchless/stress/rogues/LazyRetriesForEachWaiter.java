package io.latchless.stress.rogues;

import io.latchless.stress.soak.AccountingRoguesTest;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Creates its value under a monitor: after a failure, each waiter retries in turn. */
@Rogue(
    trap = "failed initialisation repeated by every waiter in turn under a lock",
    caughtBy = AccountingRoguesTest.class)
public final class LazyRetriesForEachWaiter implements Supplier<Integer> {
  private final Callable<Integer> initializer;
  private @Nullable Integer value;

  public LazyRetriesForEachWaiter(Callable<Integer> initializer) {
    this.initializer = initializer;
  }

  @Override
  public synchronized Integer get() {
    Integer made = value;
    if (made == null) {
      try {
        made = initializer.call();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
      value = made;
    }
    return made;
  }
}
