package io.latchless.stress.freeze.registry;

import io.latchless.registry.QuiescentHandlerRegistry;
import io.latchless.registry.QuiescentSubscription;
import io.latchless.stress.freeze.Bystander;
import io.latchless.stress.freeze.FreezeFamily;
import java.time.Duration;
import java.util.List;

/**
 * The operations of a {@link QuiescentHandlerRegistry} with a handler. A thread that awaits
 * quiescence waits for a thread frozen in a dispatch, by design. A thread frozen while it checks
 * for quiescence stops no other.
 */
public final class QuiescentHandlerRegistryFamily implements FreezeFamily {
  private QuiescentHandlerRegistry<String, Runnable> registry = new QuiescentHandlerRegistry<>();

  @Override
  public List<Start> starts() {
    return List.of(new Start("handled", this::handled));
  }

  private void handled() {
    QuiescentHandlerRegistry<String, Runnable> fresh = new QuiescentHandlerRegistry<>();
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
    QuiescentSubscription subscription = registry.subscribe("key", () -> {});
    try {
      var unused = subscription.closeAndAwaitQuiescence(timeout);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
