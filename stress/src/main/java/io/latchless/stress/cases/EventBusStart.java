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

/**
 * A publication beside the start of the bus: the event goes through the log or not, and is handled
 * once, after the event that is in the log.
 */
@JCStressTest
@Outcome(id = "12, 0", expect = Expect.ACCEPTABLE, desc = "both handled, in order")
@Outcome(expect = Expect.FORBIDDEN, desc = "lost, handled twice, or out of order")
@State
public class EventBusStart {
  private static final Topic<Integer> TOPIC = Topic.of("t", Integer.class);

  private final EventBus bus = EventBus.builder().startBuffer(2).queueCapacity(2).build();
  private int handled;

  public EventBusStart() {
    bus.subscribe(
        TOPIC,
        event -> handled = 10 * handled + event,
        SubscriptionOptions.queued().on(Runnable::run));
    bus.publish(TOPIC, 1);
  }

  @Actor
  public void starter() {
    bus.start();
  }

  @Actor
  public void publisher() {
    bus.publish(TOPIC, 2);
  }

  @Arbiter
  public void look(II_Result r) {
    r.r1 = handled;
    r.r2 = (int) bus.stats().counts().pending();
  }
}
