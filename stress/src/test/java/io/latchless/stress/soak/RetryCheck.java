package io.latchless.stress.soak;

import io.latchless.stress.subjects.Halves;
import io.latchless.stress.subjects.Updating;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A thread that loses a compare-and-set backs off. The update function waits for a change by a
 * rival thread, so every attempt loses for a fixed time. The check counts the attempts in that
 * time.
 */
public final class RetryCheck {
  private static final long LOSING_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  /** Half the pause of a loser under contention, which allows twice the attempts. */
  private static final long NANOS_AN_ATTEMPT = 500;

  /**
   * A hot loop also makes few attempts while compilers or other processes use the processor. A loop
   * with pauses never makes many, so one excess in several measurements is proof.
   */
  private static final int LOOKS = 20;

  private RetryCheck() {}

  public static List<String> audit(Updating subject) {
    Findings findings = new Findings();
    for (int i = 0; i < LOOKS && findings.list().isEmpty(); i++) {
      look(subject, findings);
    }
    return findings.list();
  }

  private static void look(Updating subject, Findings findings) {
    AtomicLong changes = new AtomicLong();
    AtomicBoolean over = new AtomicBoolean();
    Thread rival =
        new Thread(
            () -> {
              while (!over.get()) {
                subject.update(Halves::next);
                changes.incrementAndGet();
              }
            },
            "rival");
    rival.setDaemon(true);
    rival.start();
    try {
      lose(subject, changes, findings);
    } finally {
      over.set(true);
    }
  }

  private static void lose(Updating subject, AtomicLong changes, Findings findings) {
    AtomicLong attempts = new AtomicLong();
    awaitChange(changes);
    long start = System.nanoTime();
    subject.update(
        value -> {
          if (System.nanoTime() - start < LOSING_NANOS) {
            attempts.incrementAndGet();
            awaitChange(changes);
          }
          return value.next();
        });
    long most = (System.nanoTime() - start) / NANOS_AN_ATTEMPT;
    findings.require(
        attempts.get() <= most, "%d attempts where at most %d are expected", attempts.get(), most);
  }

  /** Waits for two changes, because the first one may have been made before and counted since. */
  private static void awaitChange(AtomicLong changes) {
    long seen = changes.get();
    while (changes.get() < seen + 2) {
      Thread.onSpinWait();
    }
  }
}
