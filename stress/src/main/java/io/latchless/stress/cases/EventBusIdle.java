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
 * Two publishers of which each runs the subscription if it finds it idle. The runner that finds the
 * queue empty goes idle while the other publisher adds an event: no event may be left behind.
 *
 * <p>The plain field is safe because each call of a handler happens before the next.
 */
@JCStressTest
@Outcome(id = "2, 0", expect = Expect.ACCEPTABLE, desc = "both events handled")
@Outcome(expect = Expect.FORBIDDEN, desc = "an event left behind, or two calls at once")
@State
public class EventBusIdle {
  private static final Topic<Integer> TOPIC = Topic.of("t", Integer.class);

  private final EventBus bus = EventBus.builder().queueCapacity(2).build();
  private int handled;

  public EventBusIdle() {
    bus.subscribe(TOPIC, event -> handled++, SubscriptionOptions.queued().on(Runnable::run));
  }

  @Actor
  public void first() {
    bus.publish(TOPIC, 1);
  }

  @Actor
  public void second() {
    bus.publish(TOPIC, 2);
  }

  @Arbiter
  public void look(II_Result r) {
    r.r1 = handled;
    r.r2 = (int) bus.stats().counts().pending();
  }
}
