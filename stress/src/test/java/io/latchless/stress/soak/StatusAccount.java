package io.latchless.stress.soak;

import io.latchless.stress.subjects.Phase;
import io.latchless.stress.subjects.StatusSubject;
import io.latchless.stress.subjects.Turn;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The version counts every granted transition, and exactly one thread ends the status. */
public final class StatusAccount {
  private StatusAccount() {}

  public static List<String> audit(StatusSubject status, int threads, int rounds)
      throws InterruptedException {
    Findings findings = new Findings();
    AtomicLong begun = new AtomicLong();
    AtomicLong ceased = new AtomicLong();
    AtomicInteger inside = new AtomicInteger();
    Workers.run(
        threads,
        member -> {
          long last = 0;
          for (int i = 0; i < rounds; i++) {
            boolean granted =
                (i & 1) == 0
                    ? status.tryTransition(Phase.IDLE, Phase.BUSY)
                    : status.tryTransition(status.version(), Phase.BUSY);
            if (granted) {
              begun.incrementAndGet();
              findings.require(inside.incrementAndGet() == 1, "two threads are busy at once");
              if ((i & 15) < 2) {
                Turn.rest();
              }
              inside.decrementAndGet();
              boolean ended = status.tryTransition(Phase.BUSY, Phase.IDLE);
              findings.require(ended, "the thread that began cannot end it");
              ceased.addAndGet(count(ended));
            }
            long now = status.version();
            findings.require(now >= last, "version went back from %d to %d", last, now);
            last = now;
          }
        });
    findings.require(
        begun.get() + ceased.get() == status.version(),
        "%d transitions were granted, the version counts %d",
        begun.get() + ceased.get(),
        status.version());
    findings.require(
        begun.get() - ceased.get() == count(status.state() == Phase.BUSY),
        "begun %d times and ceased %d times, yet %s",
        begun.get(),
        ceased.get(),
        status.state());
    return findings.list();
  }

  /**
   * Races several threads to end each of many statuses: exactly one succeeds, and the status stays
   * ended.
   */
  public static List<String> ending(Supplier<StatusSubject> fresh, int threads, int objects)
      throws InterruptedException {
    Findings findings = new Findings();
    List<StatusSubject> statuses = Stream.generate(fresh).limit(objects).toList();
    AtomicIntegerArray ended = new AtomicIntegerArray(objects);
    CyclicBarrier together = new CyclicBarrier(threads);
    Workers.run(
        threads,
        member -> {
          for (int i = 0; i < objects; i++) {
            if (i % 16 == 0) {
              together.await();
            }
            StatusSubject status = statuses.get(i);
            ended.addAndGet(i, count(status.transitionIfAllowed(Phase.DONE)));
            findings.require(
                !status.tryTransition(Phase.IDLE, Phase.BUSY)
                    && !status.tryTransition(Phase.BUSY, Phase.IDLE)
                    && status.state() == Phase.DONE,
                "left the terminal state for %s",
                status.state());
          }
        });
    for (int i = 0; i < objects; i++) {
      findings.require(
          ended.get(i) == 1, "%d threads were told that they had ended it", ended.get(i));
    }
    return findings.list();
  }

  private static int count(boolean granted) {
    return granted ? 1 : 0;
  }
}
