package io.latchless.stress.rogues;

import io.latchless.stress.lincheck.LazyRoguesTest;
import io.latchless.stress.subjects.Turn;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Checks whether the value exists, and creates it if not. */
@Rogue(trap = "a lazy value is created twice", caughtBy = LazyRoguesTest.class)
public final class LazyCheckThenAct implements Supplier<Integer> {
  private final Callable<Integer> initializer;
  private volatile @Nullable Integer value;

  public LazyCheckThenAct(Callable<Integer> initializer) {
    this.initializer = initializer;
  }

  @Override
  public Integer get() {
    Integer seen = value;
    if (seen == null) {
      Turn.linger(); // widens the race window for real threads
      try {
        seen = initializer.call();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
      value = seen;
    }
    return seen;
  }
}
