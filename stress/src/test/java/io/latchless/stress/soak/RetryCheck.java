package io.latchless.stress.soak;

import io.latchless.stress.subjects.Halves;
import io.latchless.stress.subjects.Updating;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A thread that loses a compare-and-set backs off. The update function waits for a change by a
 * rival thread, so nearly every attempt loses. An attempt succeeds if the rival counts a change
 * that it has made before. The check compares the attempts with the rival's changes meanwhile: a
 * hot loop retries after three or four of them, a loop with pauses after dozens.
 */
public final class RetryCheck {
  private static final long LOSING_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  private static final int LEAST_CHANGES_AN_ATTEMPT = 8;

  /**
   * A hot loop also makes few attempts while compilers or other processes use a processor. A loop
   * with pauses never makes many, so one excess in many short measurements is proof.
   */
  private static final int LOOKS = 100;

  /** Looks that do not count: a rival in interpreted code makes few changes even during a pause. */
  private static final int WARM_UP = 200;

  private RetryCheck() {}

  public static List<String> audit(Updating subject) {
    Findings findings = new Findings();
    for (int i = 0; i < WARM_UP; i++) {
      look(subject, new Findings());
    }
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
    long before = changes.get();
    long start = System.nanoTime();
    while (System.nanoTime() - start < LOSING_NANOS) {
      subject.update(
          value -> {
            if (System.nanoTime() - start < LOSING_NANOS) {
              attempts.incrementAndGet();
              awaitChange(changes);
            }
            return value.next();
          });
    }
    long most = (changes.get() - before) / LEAST_CHANGES_AN_ATTEMPT + 1;
    findings.require(
        attempts.get() <= most, "%d attempts where at most %d are expected", attempts.get(), most);
  }

  private static void awaitChange(AtomicLong changes) {
    long seen = changes.get();
    while (changes.get() == seen) {
      Thread.onSpinWait();
    }
  }
}
