package io.latchless.stress.freeze.eventbus;

import io.latchless.eventbus.BusSubscription;
import io.latchless.eventbus.EventBus;
import io.latchless.eventbus.Gather;
import io.latchless.eventbus.Gathered;
import io.latchless.eventbus.RequestTopic;
import io.latchless.eventbus.SubscriptionOptions;
import io.latchless.stress.freeze.Bystander;
import io.latchless.stress.freeze.FreezeFamily;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Requests whose responders are run by the threads that ask. So the victim is frozen as a
 * requester, as a responder, and where it adds or closes a responder.
 */
public final class RequestFamily implements FreezeFamily {
  private static final RequestTopic<Integer, Integer> SHARED = topic("shared");
  private static final SubscriptionOptions RUN_AT_ONCE =
      SubscriptionOptions.queued().queueCapacity(4).on(Runnable::run);
  private static final Gather FIRST = Gather.first(Duration.ofDays(1));

  private final AtomicLong names = new AtomicLong();
  private EventBus bus = EventBus.builder().build();

  private static RequestTopic<Integer, Integer> topic(String name) {
    return RequestTopic.of(name, Integer.class, Integer.class);
  }

  @Override
  public List<Start> starts() {
    return List.of(new Start("answered", this::answered));
  }

  private void answered() {
    EventBus fresh = EventBus.builder().build();
    fresh.respond(SHARED, "usual", question -> question, RUN_AT_ONCE);
    fresh.respond(SHARED, "strict", question -> question, RUN_AT_ONCE.strict());
    bus = fresh;
  }

  @Override
  public List<Bystander> operations() {
    return List.of(
        new Bystander("request", this::request), new Bystander("requestOfOwn", this::requestOfOwn));
  }

  /** The answer may wait for a frozen responder, and the request must not. */
  private void request() {
    CompletableFuture<Gathered<Integer>> asked = bus.request(SHARED, 1, FIRST);
    asked.cancel(false);
  }

  /** Adds a responder, asks this one alone, sees the answer, and closes it. */
  private void requestOfOwn() {
    RequestTopic<Integer, Integer> own = topic("own" + names.incrementAndGet());
    try (BusSubscription responder =
        bus.respond(own, "own", question -> question + 1, RUN_AT_ONCE)) {
      CompletableFuture<Gathered<Integer>> asked = bus.request(own, 1, FIRST);
      if (!asked.isDone() || !asked.join().isEnough()) {
        throw new IllegalStateException(responder + " has not answered");
      }
    }
  }
}
