package io.latchless.stress.freeze.eventbus;

import io.latchless.eventbus.BusSubscription;
import io.latchless.eventbus.EventBus;
import io.latchless.eventbus.SubscriptionOptions;
import io.latchless.eventbus.Topic;
import io.latchless.stress.freeze.Bystander;
import io.latchless.stress.freeze.FreezeFamily;
import java.util.List;

/** A bus with a start-up log, which the victim starts, publishes to and subscribes to. */
public final class StartFamily implements FreezeFamily {
  private static final Topic<Integer> LOGGED = Topic.of("logged", Integer.class);
  private static final SubscriptionOptions RUN_AT_ONCE =
      SubscriptionOptions.queued().queueCapacity(4).on(Runnable::run);

  private EventBus bus = EventBus.builder().build();

  @Override
  public List<Start> starts() {
    return List.of(new Start("logged", this::logged));
  }

  private void logged() {
    EventBus fresh = EventBus.builder().startBuffer(8).build();
    fresh.subscribe(LOGGED, event -> {}, RUN_AT_ONCE);
    fresh.publish(LOGGED, 1);
    bus = fresh;
  }

  @Override
  public List<Bystander> operations() {
    return List.of(
        new Bystander("publish", () -> bus.publish(LOGGED, 2)),
        new Bystander("start", () -> bus.start()),
        new Bystander("subscribeAndClose", this::subscribeAndClose));
  }

  private void subscribeAndClose() {
    try (BusSubscription subscription = bus.subscribe(LOGGED, event -> {}, RUN_AT_ONCE)) {
      if (subscription.isClosed()) {
        throw new IllegalStateException(subscription + " is closed");
      }
      bus.publish(LOGGED, 3);
    }
  }
}
