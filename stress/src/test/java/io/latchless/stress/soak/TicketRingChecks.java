package io.latchless.stress.soak;

import io.latchless.stress.subjects.TicketRing;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Schedules that need the parts of an index ring beyond two counters. */
public final class TicketRingChecks {
  private static final long LONG_WAIT_SECONDS = 60;

  private TicketRingChecks() {}

  /** Polls an empty ring until the threshold is exhausted, then enqueues an index. */
  public static List<String> filledAfterManyLooks(TicketRing ring) {
    Findings findings = new Findings();
    for (int i = 0; i < 2 * ring.slots(); i++) {
      findings.require(ring.take() == TicketRing.NOTHING, "an index came out of an empty ring");
    }
    ring.put(1);
    int taken = ring.take();
    findings.require(taken == 1, "1 was enqueued after many empty polls, then %d was taken", taken);
    return findings.list();
  }

  /**
   * Stops a dequeuer that has drawn its ticket, and an enqueuer with the ticket of the same slot in
   * the next lap. Another dequeuer passes both; then both continue.
   */
  public static List<String> putBehindATaker(TicketRing ring) throws InterruptedException {
    Findings findings = new Findings();
    CountDownLatch drawn = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    ring.put(0);
    Workers slow =
        Workers.start(
            1,
            member -> {
              int taken =
                  ring.take(
                      () -> {
                        drawn.countDown();
                        await(goOn);
                      });
              findings.require(taken == 0, "the slow dequeuer expected 0 and got %d", taken);
            });
    await(drawn);
    for (int i = 1; i < ring.slots(); i++) {
      findings.require(ring.take() == TicketRing.NOTHING, "a slow dequeuer's index was taken");
    }
    ring.put(
        1,
        () -> {
          if (goOn.getCount() > 0) {
            findings.require(ring.take() == TicketRing.NOTHING, "taken before it was enqueued");
            goOn.countDown();
            joined(slow);
          }
        });
    int taken = ring.take();
    findings.require(taken == 1, "1 was enqueued behind the dequeuers, then %d was taken", taken);
    return findings.list();
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(LONG_WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the other side of the schedule is missing");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted unexpectedly", e);
    }
  }

  private static void joined(Workers crew) {
    try {
      crew.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted unexpectedly", e);
    }
  }
}
