package io.latchless.stress.cases;

import io.latchless.eventbus.EventBus;
import io.latchless.eventbus.SubscriptionOptions;
import io.latchless.eventbus.Topic;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A publication to a retained topic beside a subscription that starts with the newest event. */
@JCStressTest
@Outcome(id = "2, 0", expect = Expect.ACCEPTABLE, desc = "only the newest")
@Outcome(id = "12, 0", expect = Expect.ACCEPTABLE, desc = "the one before, then the newest")
@Outcome(expect = Expect.FORBIDDEN, desc = "missed, or handled twice")
@State
public class EventBusRetained {
  private static final Topic<Integer> TOPIC = Topic.of("t", Integer.class);

  private final EventBus bus = EventBus.builder().retain(TOPIC).queueCapacity(2).build();
  private int handled;

  public EventBusRetained() {
    bus.publish(TOPIC, 1);
  }

  @Actor
  public void publisher() {
    bus.publish(TOPIC, 2);
  }

  @Actor
  public void subscriber() {
    bus.subscribe(
        TOPIC,
        event -> handled = 10 * handled + event,
        SubscriptionOptions.queued().on(Runnable::run).withLatest());
  }

  @Arbiter
  public void look(II_Result r) {
    r.r1 = handled;
    r.r2 = (int) bus.stats().counts().pending();
  }
}
