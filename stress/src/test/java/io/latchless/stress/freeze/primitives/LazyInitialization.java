package io.latchless.stress.freeze.primitives;

import io.latchless.primitives.Lazy;
import io.latchless.stress.freeze.Bystander;
import io.latchless.stress.freeze.FreezeScenario;
import java.util.List;

/** The first {@link Lazy#get()}: other callers wait for the value, as documented. */
public final class LazyInitialization implements FreezeScenario {
  private Lazy<String> lazy = Lazy.of(() -> "made");

  @Override
  public void setUp() {
    lazy = Lazy.of(() -> "made");
  }

  @Override
  public void victim() {
    lazy.get();
  }

  @Override
  public List<Bystander> others() {
    return List.of(
        new Bystander("isReady", () -> lazy.isReady()), new Bystander("get", () -> lazy.get()));
  }
}
