package io.latchless.stress.freeze.primitives;

import io.latchless.primitives.Lazy;
import io.latchless.stress.freeze.Bystander;
import io.latchless.stress.freeze.FreezeFamily;
import java.util.List;

/** The operations of {@link Lazy} once its value exists. */
public final class LazyFamily implements FreezeFamily {
  private Lazy<String> lazy = Lazy.of(() -> "made");

  @Override
  public List<Start> starts() {
    return List.of(new Start("ready", this::ready));
  }

  private void ready() {
    lazy = Lazy.of(() -> "made");
    lazy.get();
  }

  @Override
  public List<Bystander> operations() {
    return List.of(
        new Bystander("get", () -> lazy.get()), new Bystander("isReady", () -> lazy.isReady()));
  }
}
