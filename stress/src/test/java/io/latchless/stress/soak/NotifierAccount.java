package io.latchless.stress.soak;

import io.latchless.stress.subjects.Notifier;
import io.latchless.stress.subjects.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Every listener receives a gapless run of versions, one call at a time, while others come and go.
 */
public final class NotifierAccount {
  private NotifierAccount() {}

  /** A run of versions. */
  private static final class Run implements Notifier.Listener {
    private final Findings findings;
    private final AtomicBoolean inside = new AtomicBoolean();
    private final AtomicLong first = new AtomicLong(-1);
    private final AtomicLong last = new AtomicLong(-1);
    private final AtomicInteger callsAfterClose = new AtomicInteger();
    private volatile boolean closed;

    Run(Findings findings) {
      this.findings = findings;
    }

    @Override
    public void began(long version) {
      findings.require(last.getAndSet(version) == -1, "began twice, at %d", version);
      first.compareAndSet(-1, version);
    }

    @Override
    public void changed(long version) {
      findings.require(inside.compareAndSet(false, true), "two calls at once");
      if (closed) {
        int calls = callsAfterClose.incrementAndGet();
        findings.require(calls == 1, "%d calls have come after close", calls);
      }
      first.compareAndSet(-1, version - 1);
      long before = last.getAndSet(version);
      findings.require(
          before == -1 || version == before + 1, "%d was followed by %d", before, version);
      if ((version & 63) == 0) {
        Turn.pass();
      }
      inside.set(false);
    }
  }

  /** Checks that permanent listeners receive every version from the first to the last. */
  public static List<String> stayers(Notifier notifier, int threads, int changes, int listeners)
      throws InterruptedException {
    Findings findings = new Findings();
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < listeners; i++) {
      Run run = new Run(findings);
      runs.add(run);
      notifier.listen(run);
    }
    Workers.run(
        threads,
        member -> {
          for (int i = 0; i < changes; i++) {
            notifier.change();
          }
        });
    long end = notifier.version();
    findings.require(end == (long) threads * changes, "version %d", end);
    for (Run run : runs) {
      findings.require(run.last.get() == end, "ended at %d of %d", run.last.get(), end);
    }
    return findings.list();
  }

  /**
   * Adds and closes listeners while writers continue; at times none is left. Each listener must
   * have received every version published between its registration and its close.
   */
  public static List<String> churn(Notifier notifier, int writers, int churners, int rounds)
      throws InterruptedException {
    Findings findings = new Findings();
    AtomicInteger churning = new AtomicInteger(churners);
    Workers.run(
        writers + churners,
        member -> {
          if (member < writers) {
            while (churning.get() > 0) {
              notifier.change();
              pauseNowAndThen();
            }
          } else {
            for (int i = 0; i < rounds; i++) {
              comeAndGo(notifier, findings);
            }
            churning.decrementAndGet();
          }
        });
    Run afterwards = new Run(findings);
    Notifier.Registration registration = notifier.listen(afterwards);
    notifier.change();
    findings.require(
        afterwards.last.get() == notifier.version(),
        "at rest told of %d, not of %d",
        afterwards.last.get(),
        notifier.version());
    registration.close();
    return findings.list();
  }

  private static void comeAndGo(Notifier notifier, Findings findings) {
    Run run = new Run(findings);
    long before = notifier.version();
    Notifier.Registration registration = notifier.listen(run);
    long after = notifier.version();
    pauseNowAndThen();
    if (ThreadLocalRandom.current().nextBoolean()) {
      notifier.change();
      long published = notifier.version();
      long deadline = System.nanoTime() + 60_000_000_000L;
      while (run.last.get() < published && System.nanoTime() < deadline) {
        Turn.pass();
      }
      long last = run.last.get();
      findings.require(last >= published, "told up to %d of %d published", last, published);
      long first = run.first.get();
      findings.require(
          before <= first && first <= after, "began at %d, not in %d..%d", first, before, after);
    }
    registration.close();
    run.closed = true;
    pauseNowAndThen();
  }

  private static void pauseNowAndThen() {
    int chance = ThreadLocalRandom.current().nextInt(8);
    if (chance == 0) {
      Turn.pass();
    } else if (chance < 4) {
      for (int i = chance * 20; i > 0; i--) {
        Thread.onSpinWait();
      }
    }
  }
}
