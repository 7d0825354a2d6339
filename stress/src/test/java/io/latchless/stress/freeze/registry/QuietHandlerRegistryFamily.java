package io.latchless.stress.freeze.registry;

import io.latchless.registry.QuietHandlerRegistry;
import io.latchless.registry.QuietSubscription;
import io.latchless.stress.freeze.Bystander;
import io.latchless.stress.freeze.FreezeFamily;
import java.time.Duration;
import java.util.List;

/**
 * {@link QuietHandlerRegistry} with a handler. Who waits for quiet waits for whoever is frozen in a
 * dispatch, as it is meant to; who is frozen while it looks whether it is quiet stops nobody.
 */
public final class QuietHandlerRegistryFamily implements FreezeFamily {
  private QuietHandlerRegistry<String, Runnable> registry = new QuietHandlerRegistry<>();

  @Override
  public List<Start> starts() {
    return List.of(new Start("handled", this::handled));
  }

  private void handled() {
    QuietHandlerRegistry<String, Runnable> fresh = new QuietHandlerRegistry<>();
    fresh.subscribe("key", () -> {});
    registry = fresh;
  }

  @Override
  public List<Bystander> operations() {
    return List.of(
        new Bystander("dispatch", this::dispatch),
        new Bystander("subscribeAndClose", () -> registry.subscribe("key", () -> {}).close()),
        new Bystander("closeAndLook", () -> closeAndAwait(Duration.ZERO)),
        new Bystander("closeAndAwaitALittle", () -> closeAndAwait(Duration.ofNanos(1))));
  }

  private void dispatch() {
    registry.dispatch("key", "event", (handler, event) -> handler.run());
  }

  private void closeAndAwait(Duration timeout) {
    QuietSubscription subscription = registry.subscribe("key", () -> {});
    try {
      subscription.closeAndAwaitQuiet(timeout);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
