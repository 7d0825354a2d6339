package io.latchless.benchmarks.handlers;

import io.latchless.benchmarks.contest.Catalogue;
import io.latchless.benchmarks.contest.Contest;
import io.latchless.benchmarks.contest.ContestBuilder;
import java.util.List;

/** Contests of {@code HandlerRegistry}. */
public final class HandlerContests implements Catalogue {
  private static final String EIGHT =
      "100 topics of eight handlers each, of four classes, that do next to nothing";
  private static final String EVENT_BUS =
      "; Guava's event bus looks up the event's class instead of a topic, and so has one key";

  @Override
  public List<Contest> contests() {
    return List.of(
        eight("dispatch-8-handlers-1-thread", 1)
            .asks("What does it cost to call the handlers of a topic?")
            .does("one thread dispatches to " + EIGHT + "; no subscription changes" + EVENT_BUS)
            .mutex(Dispatchers.LOCK)
            .build(),
        eight("dispatch-8-handlers-2-threads", 2)
            .asks("Do two dispatching threads slow each other down?")
            .does("two threads dispatch to " + EIGHT + "; no subscription changes" + EVENT_BUS)
            .mutex(Dispatchers.LOCK)
            .build(),
        changing("10-changes", 10)
            .asks("Does dispatch keep its speed while ten subscriptions per second change?")
            .does(
                "one thread dispatches to "
                    + EIGHT
                    + "; another makes ten subscriptions per second and closes each 50 ms later,"
                    + " except for the undisturbed subject"
                    + EVENT_BUS)
            .peer(Dispatchers.UNDISTURBED)
            .build(),
        changing("1000-changes", 1_000)
            .asks(
                "Which registry dispatches fastest while a thousand subscriptions per second"
                    + " change?")
            .does(
                "one thread dispatches to "
                    + EIGHT
                    + "; another makes a thousand subscriptions per second and closes each 0.5 ms"
                    + " later"
                    + EVENT_BUS)
            .build(),
        few("dispatch-1-handler-1-thread", 1, 1)
            .asks("What does dispatch itself cost, with a single handler to call?")
            .does("one thread dispatches to 100 topics of one handler each, of four classes in all")
            .build(),
        few("dispatch-64-handlers-1-thread", 64, 1)
            .asks("What does dispatch cost with many handlers to call?")
            .does("one thread dispatches to 100 topics of 64 handlers each, of four classes")
            .build(),
        few("dispatch-1-handler-2-threads", 1, 2)
            .asks("Do two threads that dispatch to single handlers slow each other down?")
            .does("two threads dispatch to 100 topics of one handler each, of four classes in all")
            .build(),
        few("dispatch-64-handlers-2-threads", 64, 2)
            .asks("Do two threads that dispatch to many handlers slow each other down?")
            .does("two threads dispatch to 100 topics of 64 handlers each, of four classes")
            .build(),
        changing("1-change", 1)
            .asks("Does dispatch keep its speed while one subscription per second changes?")
            .does(
                "one thread dispatches to "
                    + EIGHT
                    + "; another makes one subscription per second and closes it half a second"
                    + " later, at random times: most measurements see none"
                    + EVENT_BUS)
            .build());
  }

  private static ContestBuilder eight(String name, int threads) {
    return few(name, 8, threads).peer(Dispatchers.QUIESCENT).peer(Dispatchers.EVENT_BUS);
  }

  private static ContestBuilder changing(String changes, int subscriptionsPerSecond) {
    return eight("dispatch-" + changes + "-a-second", 1)
        .with("subscriptionsPerSecond", Integer.toString(subscriptionsPerSecond));
  }

  private static ContestBuilder few(String name, int handlers, int threads) {
    return Contest.named("registry/handlers/" + name)
        .benchmark(Dispatch.class, "dispatch")
        .threads(threads)
        .with("handlers", Integer.toString(handlers))
        .ours(Dispatchers.OURS)
        .mutex(Dispatchers.READ_WRITE_LOCK)
        .peer(Dispatchers.LISTS);
  }
}
