package io.latchless.stress.cases;

import io.latchless.eventbus.EventBus;
import io.latchless.eventbus.Gather;
import io.latchless.eventbus.Gathered;
import io.latchless.eventbus.RequestTopic;
import io.latchless.eventbus.SubscriptionOptions;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * Two answers to a request that one answer ends. Each actor runs the task of one responder. The
 * request counts one answer, and the other one is late.
 */
@JCStressTest
@Outcome(id = "1, 1, 0", expect = Expect.ACCEPTABLE, desc = "one answer counts, one is late")
@Outcome(expect = Expect.FORBIDDEN, desc = "an answer was lost or counted twice")
@State
public class EventBusAnswers {
  private static final RequestTopic<Integer, Integer> TOPIC =
      RequestTopic.of("t", Integer.class, Integer.class);

  private final EventBus bus = EventBus.builder().queueCapacity(2).build();
  private final List<Runnable> tasks = new ArrayList<>(2);
  private final CompletableFuture<Gathered<Integer>> answers;

  public EventBusAnswers() {
    SubscriptionOptions kept = SubscriptionOptions.queued().on(tasks::add);
    bus.respond(TOPIC, "first", asked -> asked, kept);
    bus.respond(TOPIC, "second", asked -> asked, kept);
    answers = bus.request(TOPIC, 1, Gather.atLeast(1, ChronoUnit.FOREVER.getDuration()));
  }

  @Actor
  public void first() {
    tasks.get(0).run();
  }

  @Actor
  public void second() {
    tasks.get(1).run();
  }

  @Arbiter
  public void look(III_Result r) {
    r.r1 = answers.join().answers().size();
    r.r2 = (int) bus.stats().lateAnswers();
    r.r3 = (int) bus.stats().counts().pending();
  }
}
