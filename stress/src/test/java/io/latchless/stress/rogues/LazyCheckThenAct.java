package io.latchless.stress.rogues;

import io.latchless.stress.lincheck.LazyRoguesTest;
import io.latchless.stress.subjects.Turn;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Looks whether the value is there, and makes it if not. */
@Rogue(trap = "a lazy value is made twice", caughtBy = LazyRoguesTest.class)
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
      Turn.linger(); // for real threads to fall into it
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
