package io.latchless.stress.freeze.registry;

import io.latchless.registry.HandlerRegistry;
import io.latchless.stress.freeze.Bystander;
import io.latchless.stress.freeze.FreezeFamily;
import java.util.List;

/** The operations of a {@link HandlerRegistry} with a handler. */
public final class HandlerRegistryFamily implements FreezeFamily {
  private HandlerRegistry<String, Runnable> registry = new HandlerRegistry<>();

  @Override
  public List<Start> starts() {
    return List.of(new Start("handled", this::handled));
  }

  private void handled() {
    HandlerRegistry<String, Runnable> fresh = new HandlerRegistry<>();
    fresh.subscribe("key", () -> {});
    registry = fresh;
  }

  @Override
  public List<Bystander> operations() {
    return List.of(
        new Bystander("dispatch", this::dispatch),
        new Bystander("handlerCount", () -> registry.handlerCount("key")),
        new Bystander("subscribeAndClose", () -> registry.subscribe("key", () -> {}).close()));
  }

  private void dispatch() {
    registry.dispatch("key", "event", (handler, event) -> handler.run());
  }
}
