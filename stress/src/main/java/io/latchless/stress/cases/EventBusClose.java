package io.latchless.stress.cases;

import io.latchless.eventbus.BusSubscription;
import io.latchless.eventbus.EventBus;
import io.latchless.eventbus.EventCounts;
import io.latchless.eventbus.SubscriptionOptions;
import io.latchless.eventbus.Topic;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * A publication beside the close of its subscription. The executor keeps the task for ever, so the
 * event is queued when the subscription closes, or comes later.
 */
@JCStressTest
@Outcome(id = "1, 1, 0", expect = Expect.ACCEPTABLE, desc = "offered, and dropped by the close")
@Outcome(id = "0, 0, 0", expect = Expect.ACCEPTABLE, desc = "closed before it was published")
@Outcome(expect = Expect.FORBIDDEN, desc = "an event without an outcome")
@State
public class EventBusClose {
  private static final Topic<Integer> TOPIC = Topic.of("t", Integer.class);

  private final EventBus bus = EventBus.builder().queueCapacity(2).build();
  private final BusSubscription subscription =
      bus.subscribe(TOPIC, event -> {}, SubscriptionOptions.queued().on(task -> {}));

  @Actor
  public void publisher() {
    bus.publish(TOPIC, 1);
  }

  @Actor
  public void closer() {
    subscription.close();
  }

  @Arbiter
  public void look(III_Result r) {
    EventCounts counts = subscription.stats().counts();
    r.r1 = (int) counts.offered();
    r.r2 = (int) counts.dropped();
    r.r3 = (int) counts.pending();
  }
}
