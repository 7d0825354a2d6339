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
    AtomicLong granted = new AtomicLong();
    Crew.run(
        threads,
        member -> {
          long mine = 0;
          long last = 0;
          for (int i = 0; i < rounds; i++) {
            mine += count(status.tryTransition(Phase.IDLE, Phase.BUSY));
            mine += count(status.tryTransition(Phase.BUSY, Phase.IDLE));
            mine += count(status.tryTransition(status.version(), Phase.BUSY));
            long now = status.version();
            findings.require(now >= last, "version went back from %d to %d", last, now);
            last = now;
          }
          granted.addAndGet(mine);
        });
    findings.require(
        granted.get() == status.version(),
        "%d transitions were granted, the version counts %d",
        granted.get(),
        status.version());
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
