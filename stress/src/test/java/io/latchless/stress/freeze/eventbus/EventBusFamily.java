package io.latchless.stress.freeze.eventbus;

import io.latchless.eventbus.BusSubscription;
import io.latchless.eventbus.EventBus;
import io.latchless.eventbus.SubscriptionOptions;
import io.latchless.eventbus.Topic;
import io.latchless.stress.freeze.Bystander;
import io.latchless.stress.freeze.FreezeFamily;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The operations of an {@link EventBus} whose subscriptions are run by their publishers. So the
 * victim is frozen as a publisher, as a runner, as a subscriber and as a closer.
 */
public final class EventBusFamily implements FreezeFamily {
  private static final Topic<Integer> SHARED = Topic.of("shared", Integer.class);
  private static final SubscriptionOptions RUN_AT_ONCE =
      SubscriptionOptions.queued().queueCapacity(4).on(Runnable::run);

  private final AtomicLong names = new AtomicLong();
  private EventBus bus = EventBus.builder().build();

  @Override
  public List<Start> starts() {
    return List.of(new Start("subscribed", this::subscribed));
  }

  private void subscribed() {
    EventBus fresh = EventBus.builder().build();
    fresh.subscribe(SHARED, event -> {}, RUN_AT_ONCE);
    fresh.subscribe(SHARED, event -> {}, RUN_AT_ONCE.strict());
    fresh.subscribe(SHARED, event -> {}, SubscriptionOptions.direct());
    bus = fresh;
  }

  @Override
  public List<Bystander> operations() {
    return List.of(
        new Bystander("publish", () -> bus.publish(SHARED, 1)),
        new Bystander("publishToOwn", this::publishToOwn));
  }

  /** Subscribes, publishes to this subscription alone, sees the event handled, and closes. */
  private void publishToOwn() {
    Topic<Integer> own = Topic.of("own" + names.incrementAndGet(), Integer.class);
    AtomicInteger handled = new AtomicInteger();
    try (BusSubscription subscription =
        bus.subscribe(own, event -> handled.addAndGet(event), RUN_AT_ONCE)) {
      bus.publish(own, 1);
      if (handled.get() != 1) {
        throw new IllegalStateException(subscription + " handled " + handled);
      }
    }
  }
}
