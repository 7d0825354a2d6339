package io.latchless.stress.soak;

import io.latchless.stress.subjects.Gate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Every waiter is woken, and a waiter that gives up leaves no entry behind. */
public final class GateChecks {
  private static final Duration LONG_WAIT = Duration.ofSeconds(3);

  private GateChecks() {}

  /** Opens the gate right after the waiter's check number {@code look}, before it can park. */
  public static List<String> openedAfterLook(Gate gate, int look) throws InterruptedException {
    Findings findings = new Findings();
    AtomicInteger looks = new AtomicInteger();
    LockSupport.parkNanos(1); // consumes a left-over permit, which would hide a sleep
    long start = System.nanoTime();
    boolean open =
        gate.await(
            LONG_WAIT,
            () -> {
              if (looks.incrementAndGet() == look) {
                gate.open();
              }
            });
    long took = System.nanoTime() - start;
    findings.require(looks.get() >= look, "looked %d times only", looks.get());
    findings.require(
        open && took < LONG_WAIT.toNanos(),
        "slept for %s although the gate was opened after look %d",
        Duration.ofNanos(took),
        look);
    return findings.list();
  }

  /** Runs many waiters, of which some time out and some are interrupted; then opens the gate. */
  public static List<String> comeAndGo(Gate gate, int threads, int rounds)
      throws InterruptedException {
    Findings findings = new Findings();
    Workers early =
        Workers.start(
            threads,
            member -> {
              for (int i = 0; i < rounds; i++) {
                Duration timeout = Duration.ofNanos(ThreadLocalRandom.current().nextInt(200_000));
                try {
                  if (i % 5 == 0) {
                    Thread.currentThread().interrupt();
                  }
                  findings.require(!gate.await(timeout, () -> {}), "passed a closed gate");
                } catch (InterruptedException expected) {
                  findings.require(
                      !Thread.currentThread().isInterrupted(), "interrupt is still pending");
                }
              }
            });
    early.join();
    findings.require(gate.waiterCount() == 0, "%d waiters were left behind", gate.waiterCount());
    Workers late =
        Workers.start(
            threads,
            member -> findings.require(gate.await(Duration.ofMinutes(1), () -> {}), "not woken"));
    while (gate.waiterCount() == 0 && !late.endsWithin(1)) {
      Thread.onSpinWait();
    }
    gate.open();
    late.join();
    findings.require(gate.waiterCount() == 0, "%d waiters stayed", gate.waiterCount());
    return findings.list();
  }
}
