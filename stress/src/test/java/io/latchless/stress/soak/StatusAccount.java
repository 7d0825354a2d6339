package io.latchless.stress.soak;

import io.latchless.stress.subjects.Phase;
import io.latchless.stress.subjects.StatusSubject;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Every transition that was granted is counted by the version, and one thread alone ends it. */
public final class StatusAccount {
  private StatusAccount() {}

  public static List<String> audit(StatusSubject status, int threads, int rounds)
      throws InterruptedException {
    Findings findings = new Findings();
    AtomicLong begun = new AtomicLong();
    AtomicLong ceased = new AtomicLong();
    Crew.run(
        threads,
        member -> {
          long beginnings = 0;
          long ends = 0;
          long last = 0;
          for (int i = 0; i < rounds; i++) {
            beginnings += count(status.tryTransition(Phase.IDLE, Phase.BUSY));
            ends += count(status.tryTransition(Phase.BUSY, Phase.IDLE));
            beginnings += count(status.tryTransition(status.version(), Phase.BUSY));
            long now = status.version();
            findings.require(now >= last, "version went back from %d to %d", last, now);
            last = now;
          }
          begun.addAndGet(beginnings);
          ceased.addAndGet(ends);
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
    AtomicLong ended = new AtomicLong();
    Crew.run(
        threads,
        member -> {
          ended.addAndGet(count(status.transitionIfAllowed(Phase.DONE)));
          for (int i = 0; i < rounds; i++) {
            findings.require(
                !status.tryTransition(Phase.IDLE, Phase.BUSY)
                    && !status.tryTransition(Phase.BUSY, Phase.IDLE)
                    && status.state() == Phase.DONE,
                "left the terminal state for %s",
                status.state());
          }
        });
    findings.require(ended.get() == 1, "%d threads were told that they had ended it", ended.get());
    return findings.list();
  }

  private static int count(boolean granted) {
    return granted ? 1 : 0;
  }
}
