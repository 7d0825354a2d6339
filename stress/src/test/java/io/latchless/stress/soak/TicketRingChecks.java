package io.latchless.stress.soak;

import io.latchless.stress.subjects.TicketRing;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Schedules in which a ring of indices needs what makes it more than two counters. */
public final class TicketRingChecks {
  private static final long LONG_WAIT_SECONDS = 60;

  private TicketRingChecks() {}

  /** Takers look in vain until they no longer do, and then there is something. */
  public static List<String> filledAfterManyLooks(TicketRing ring) {
    Findings findings = new Findings();
    for (int i = 0; i < 2 * ring.slots(); i++) {
      findings.require(ring.take() == TicketRing.NOTHING, "something came out of nothing");
    }
    ring.put(1);
    int taken = ring.take();
    findings.require(taken == 1, "1 was put in after many looks, then %d was taken", taken);
    return findings.list();
  }

  /**
   * A taker stops with its ticket drawn, and a putter with the same slot's ticket of the next lap;
   * another taker passes both by; then both go on.
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
              findings.require(taken == 0, "the slow taker came for 0 and got %d", taken);
            });
    await(drawn);
    for (int i = 1; i < ring.slots(); i++) {
      findings.require(ring.take() == TicketRing.NOTHING, "what a slow taker has drawn was taken");
    }
    ring.put(
        1,
        () -> {
          if (goOn.getCount() > 0) {
            findings.require(ring.take() == TicketRing.NOTHING, "taken before it was put in");
            goOn.countDown();
            joined(slow);
          }
        });
    int taken = ring.take();
    findings.require(taken == 1, "1 was put in behind the takers, then %d was taken", taken);
    return findings.list();
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(LONG_WAIT_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the other side of the schedule has not come");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts", e);
    }
  }

  private static void joined(Workers crew) {
    try {
      crew.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts", e);
    }
  }
}
