package io.latchless.stress.freeze.eventbus;

import io.latchless.eventbus.BusSubscription;
import io.latchless.eventbus.EventBus;
import io.latchless.eventbus.Overflow;
import io.latchless.eventbus.SubscriptionOptions;
import io.latchless.eventbus.Topic;
import io.latchless.stress.freeze.Bystander;
import io.latchless.stress.freeze.FreezeFamily;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A retained topic, with subscriptions whose queues are full or keep the newest event per key. The
 * subscriptions are run by their publishers, or by no thread.
 */
public final class RetainedTopicFamily implements FreezeFamily {
  private static final Topic<Integer> RETAINED = Topic.of("retained", Integer.class);
  private static final SubscriptionOptions RUN_AT_ONCE =
      SubscriptionOptions.queued().queueCapacity(2).on(Runnable::run);
  private static final SubscriptionOptions NEVER_RUN = RUN_AT_ONCE.on(task -> {});

  private EventBus bus = EventBus.builder().build();

  @Override
  public List<Start> starts() {
    return List.of(new Start("retained", this::retained));
  }

  private void retained() {
    EventBus fresh = EventBus.builder().retain(RETAINED).build();
    fresh.subscribe(RETAINED, event -> {}, RUN_AT_ONCE.withLatest());
    fresh.subscribe(RETAINED, event -> {}, NEVER_RUN.overflow(Overflow.dropOldest()).withLatest());
    fresh.subscribe(
        RETAINED, event -> {}, RUN_AT_ONCE.overflow(Overflow.latestPerKey(event -> 1, 2)));
    fresh.publish(RETAINED, 1);
    fresh.publish(RETAINED, 2);
    bus = fresh;
  }

  @Override
  public List<Bystander> operations() {
    return List.of(
        new Bystander("publish", () -> bus.publish(RETAINED, 3)),
        new Bystander("subscribeWithLatest", this::subscribeWithLatest));
  }

  /** Subscribes, sees the newest event or a newer one, and closes. */
  private void subscribeWithLatest() {
    AtomicInteger seen = new AtomicInteger();
    try (BusSubscription subscription =
        bus.subscribe(RETAINED, event -> seen.set(event), RUN_AT_ONCE.withLatest())) {
      if (seen.get() == 0) {
        throw new IllegalStateException(subscription + " has seen no event");
      }
    }
  }
}
