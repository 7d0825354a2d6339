package io.latchless.stress.freeze.registry;

import io.latchless.registry.Propagation;
import io.latchless.registry.ScopedHandlerRegistry;
import io.latchless.stress.freeze.Bystander;
import io.latchless.stress.freeze.FreezeFamily;
import java.util.List;

/** The operations of a {@link ScopedHandlerRegistry} with a handler at a parent. */
public final class ScopedHandlerRegistryFamily implements FreezeFamily {
  private ScopedHandlerRegistry<Runnable> registry = new ScopedHandlerRegistry<>();

  @Override
  public List<Start> starts() {
    return List.of(new Start("handled", this::handled));
  }

  private void handled() {
    ScopedHandlerRegistry<Runnable> fresh = new ScopedHandlerRegistry<>();
    fresh.subscribe("a", () -> {});
    registry = fresh;
  }

  @Override
  public List<Bystander> operations() {
    return List.of(
        new Bystander("emit", this::emit),
        new Bystander("subscribeAndClose", () -> subscribeAndClose("a.b")),
        new Bystander(
            "catchAllAndClose", () -> subscribeAndClose(ScopedHandlerRegistry.CATCH_ALL)));
  }

  private void subscribeAndClose(String origin) {
    registry.subscribe(origin, () -> {}).close();
  }

  private void emit() {
    registry.emit(
        "a.b.c",
        "event",
        (handler, event) -> {
          handler.run();
          return Propagation.CONTINUE;
        });
  }
}
