package io.latchless.stress.soak;

import io.latchless.stress.subjects.Inbox;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** What an inbox promises: every event is handled, one at a time, in order. */
public final class InboxChecks {
  private static final int EVENTS = 20;

  private InboxChecks() {}

  /** Checks that nothing is left behind when two threads send and run the inbox themselves. */
  public static List<String> idle(Inbox.Factory factory, int rounds) throws InterruptedException {
    Findings findings = new Findings();
    AtomicInteger handled = new AtomicInteger();
    Inbox inbox = factory.create(event -> handled.incrementAndGet(), Runnable::run, 2 * rounds);
    for (int round = 1; round <= rounds; round++) {
      Workers.run(2, member -> inbox.send(member));
      findings.require(
          handled.get() == 2 * round, "left behind: %s of two", 2 * round - handled.get());
    }
    return findings.list();
  }

  /** Checks that an inbox whose task was rejected asks again when the next event comes. */
  public static List<String> rejection(Inbox.Factory factory) {
    Findings findings = new Findings();
    AtomicInteger handled = new AtomicInteger();
    Queue<Runnable> tasks = new ArrayDeque<>();
    AtomicInteger asked = new AtomicInteger();
    Inbox inbox =
        factory.create(
            event -> handled.incrementAndGet(),
            task -> {
              if (asked.incrementAndGet() == 1) {
                throw new RejectedExecutionException("the first");
              }
              tasks.add(task);
            },
            4);
    for (int event = 0; event < 2; event++) {
      try {
        inbox.send(event);
      } catch (RejectedExecutionException thrown) {
        findings.require(false, "the sender was told of the executor");
      }
    }
    while (!tasks.isEmpty()) {
      tasks.remove().run();
    }
    findings.require(handled.get() == 2, "handled %s of two after a rejection", handled);
    return findings.list();
  }

  /**
   * Checks that calls keep their order and do not overlap if a worker is free during a call. The
   * handler sends the second half of the events.
   */
  public static List<String> order(Inbox.Factory factory) {
    Findings findings = new Findings();
    Inbox[] sendsTo = new Inbox[1];
    Queue<Runnable> tasks = new ArrayDeque<>();
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger next = new AtomicInteger();
    Inbox inbox =
        factory.create(
            event -> {
              findings.require(inside.incrementAndGet() == 1, "two calls at once");
              if (event < EVENTS / 2) {
                sendsTo[0].send(event + EVENTS / 2);
              }
              if (!tasks.isEmpty()) {
                tasks.remove().run();
              }
              int expected = next.getAndIncrement();
              findings.require(event == expected, "event %s came as number %s", event, expected);
              inside.decrementAndGet();
            },
            tasks::add,
            EVENTS);
    sendsTo[0] = inbox;
    for (int event = 0; event < EVENTS / 2; event++) {
      inbox.send(event);
    }
    while (!tasks.isEmpty()) {
      tasks.remove().run();
    }
    findings.require(next.get() == EVENTS, "handled %s of %s", next, EVENTS);
    return findings.list();
  }
}
