package io.latchless.stress.lincheck;

import io.latchless.stress.subjects.LazyFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jetbrains.lincheck.datastructures.Operation;

/** A lazy value whose initializer returns a different number at each run. */
public abstract class LazyModel {
  private final Supplier<Integer> lazy;

  protected LazyModel(LazyFactory factory) {
    AtomicInteger runs = new AtomicInteger();
    this.lazy = factory.create(runs::incrementAndGet);
  }

  @Operation(blocking = true)
  public int get() {
    return lazy.get();
  }
}
