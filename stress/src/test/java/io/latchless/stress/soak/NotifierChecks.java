package io.latchless.stress.soak;

import io.latchless.stress.subjects.Notifier;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Listeners are notified in order, one call at a time, however changes nest, and isolated from each
 * other.
 */
public final class NotifierChecks {
  private NotifierChecks() {}

  /** Makes a change on another thread while the first listener handles the previous one. */
  public static List<String> order(Notifier notifier) throws InterruptedException {
    Findings findings = new Findings();
    AtomicBoolean first = new AtomicBoolean(true);
    notifier.listen(
        version -> {
          if (first.getAndSet(false)) {
            Workers other = Workers.start(1, member -> notifier.change());
            try {
              findings.require(other.endsWithin(60_000), "a change waits for a listener");
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
          }
        });
    List<Long> told = new ArrayList<>();
    notifier.listen(
        version -> {
          synchronized (told) {
            told.add(version);
          }
        });
    notifier.change();
    synchronized (told) {
      findings.require(told.equals(List.of(1L, 2L)), "told of versions %s", told);
    }
    return findings.list();
  }

  /** Makes each change from a listener of the previous one. */
  public static List<String> recursion(Notifier notifier, int depth) {
    Findings findings = new Findings();
    AtomicLong told = new AtomicLong();
    notifier.listen(
        version -> {
          told.incrementAndGet();
          if (version < depth) {
            notifier.change();
          }
        });
    try {
      notifier.change();
    } catch (StackOverflowError thrown) {
      findings.require(false, "the stack overflowed at version %d", notifier.version());
    }
    findings.require(told.get() == depth, "told %d times of %d", told.get(), depth);
    return findings.list();
  }

  /** Throws from the first listener. */
  public static List<String> isolation(Notifier notifier) {
    Findings findings = new Findings();
    AtomicInteger told = new AtomicInteger();
    notifier.listen(
        version -> {
          throw new IllegalStateException("a listener's own failure");
        });
    notifier.listen(version -> told.incrementAndGet());
    for (int i = 1; i <= 2; i++) {
      try {
        notifier.change();
      } catch (IllegalStateException thrown) {
        findings.require(false, "the writer got %s", thrown);
      }
      findings.require(told.get() == i, "told %d times of %d", told.get(), i);
    }
    return findings.list();
  }
}
