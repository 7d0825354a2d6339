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

/** The only answer to a request beside a caller that cancels. A thread ends the request once. */
@JCStressTest
@Outcome(id = "1, 0, 0", expect = Expect.ACCEPTABLE, desc = "answered, then cancelled in vain")
@Outcome(id = "0, 1, 0", expect = Expect.ACCEPTABLE, desc = "cancelled, and the answer is late")
@Outcome(
    id = "0, 0, 0",
    expect = Expect.ACCEPTABLE,
    desc = "cancelled while the answer is passed on")
@Outcome(expect = Expect.FORBIDDEN, desc = "answered and late, or still pending")
@State
public class EventBusCancel {
  private static final RequestTopic<Integer, Integer> TOPIC =
      RequestTopic.of("t", Integer.class, Integer.class);

  private final EventBus bus = EventBus.builder().queueCapacity(2).build();
  private final List<Runnable> tasks = new ArrayList<>(1);
  private final CompletableFuture<Gathered<Integer>> answers;

  public EventBusCancel() {
    bus.respond(TOPIC, "only", asked -> asked, SubscriptionOptions.queued().on(tasks::add));
    answers = bus.request(TOPIC, 1, Gather.all(ChronoUnit.FOREVER.getDuration()));
  }

  @Actor
  public void responder() {
    tasks.get(0).run();
  }

  @Actor
  public void caller() {
    answers.cancel(false);
  }

  @Arbiter
  public void look(III_Result r) {
    r.r1 = answers.isCancelled() ? 0 : answers.join().answers().size();
    r.r2 = (int) bus.stats().lateAnswers();
    r.r3 = (int) bus.stats().counts().pending();
  }
}
