package io.latchless.stress.soak;

import static java.util.Objects.requireNonNull;

import io.latchless.stress.subjects.BlockingSubject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A thread that waits for an element or for the close is woken. */
public final class BlockingChecks {
  private static final Duration LONG_WAIT = Duration.ofSeconds(3);
  private static final int A_LOOK_NANOS = 50_000;

  private BlockingChecks() {}

  /**
   * Adds an element at about the time at which a consumer parks; ends at the first lost wake-up.
   */
  public static List<String> handOver(BlockingSubject ring, int rounds)
      throws InterruptedException {
    Findings findings = new Findings();
    for (int i = 0; i < rounds && findings.list().isEmpty(); i++) {
      Workers.run(
          2,
          member -> {
            if (member == 0) {
              long start = System.nanoTime();
              ring.poll(LONG_WAIT);
              long took = System.nanoTime() - start;
              findings.require(took < LONG_WAIT.toNanos(), "slept for %s", Duration.ofNanos(took));
            } else {
              spin(ThreadLocalRandom.current().nextInt(A_LOOK_NANOS));
              ring.offer(1, LONG_WAIT);
            }
          });
      findings.addAll(ring.objectionsAtRest(0, 0));
    }
    return findings.list();
  }

  private static void spin(long nanos) {
    long start = System.nanoTime();
    while (System.nanoTime() - start < nanos) {
      Thread.onSpinWait();
    }
  }

  /**
   * Adds an element while one of two waiting consumers is interrupted. A consumer that was woken
   * but leaves without the element must pass the wake-up on.
   */
  public static List<String> handOverToTheOther(BlockingSubject ring, int rounds)
      throws InterruptedException {
    Findings findings = new Findings();
    for (int i = 0; i < rounds && findings.list().isEmpty(); i++) {
      AtomicReference<@Nullable Thread> victim = new AtomicReference<>();
      AtomicBoolean gaveUp = new AtomicBoolean();
      Workers consumers =
          Workers.start(
              2,
              member -> {
                if (member == 0) {
                  victim.set(Thread.currentThread());
                }
                try {
                  ring.take();
                } catch (InterruptedException expected) {
                  gaveUp.set(true);
                }
              });
      awaitSleep(ring, consumers, 2);
      Thread interrupted = requireNonNull(victim.get());
      Workers.run(
          2,
          member -> {
            if (member == 0) {
              interrupted.interrupt();
            } else {
              ring.put(1);
            }
          });
      interrupted.join();
      if (!gaveUp.get()) {
        ring.put(1);
      }
      boolean ended = consumers.endsWithin(LONG_WAIT.toMillis());
      findings.require(ended, "one gave up, and the other stays parked beside an element");
      if (ended) {
        findings.addAll(ring.objectionsAtRest(0, 0));
      } else {
        consumers.interrupt();
      }
    }
    return findings.list();
  }

  private static void awaitSleep(BlockingSubject ring, Workers crew, int members) {
    while (ring.waiterCount() < members || !crew.allWait()) {
      Thread.onSpinWait();
    }
  }

  /** Closes the queue while many consumers wait for an element. */
  public static List<String> closing(BlockingSubject ring, int consumers)
      throws InterruptedException {
    Findings findings = new Findings();
    Workers waiting =
        Workers.start(
            consumers,
            member -> {
              int taken = ring.take();
              findings.require(taken == BlockingSubject.NOTHING, "took %d from nowhere", taken);
            });
    awaitSleep(ring, waiting, consumers);
    findings.addAll(ring.objectionsAtRest(consumers, 0));
    ring.close();
    boolean ended = waiting.endsWithin(LONG_WAIT.toMillis());
    findings.require(
        ended && ring.waiterCount() == 0, "%d have outlived close", ring.waiterCount());
    if (!ended) {
      waiting.interrupt();
    }
    return findings.list();
  }

  /** Closes a full queue while many producers wait for room. */
  public static List<String> closingOfAFullOne(BlockingSubject ring, int producers)
      throws InterruptedException {
    Findings findings = new Findings();
    while (ring.offer(1, Duration.ZERO)) {
      Thread.onSpinWait();
    }
    int size = ring.size();
    Workers waiting =
        Workers.start(
            producers, member -> findings.require(!ring.put(2), "accepted by a closed queue"));
    awaitSleep(ring, waiting, producers);
    findings.addAll(ring.objectionsAtRest(0, producers));
    ring.close();
    boolean ended = waiting.endsWithin(LONG_WAIT.toMillis());
    findings.require(
        ended && ring.waiterCount() == 0, "%d have outlived close", ring.waiterCount());
    for (int i = 0; i < size; i++) {
      int left = ring.take();
      findings.require(left == 1, "%d was left in a full queue", left);
    }
    findings.require(ring.take() == BlockingSubject.NOTHING, "more came out than went in");
    return findings.list();
  }
}
