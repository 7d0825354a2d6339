package io.latchless.stress.soak;

import io.latchless.primitives.StatusHolder;
import io.latchless.stress.subjects.Phase;
import java.time.Duration;
import java.util.List;

/** A state that was entered and left between two checks still counts as reached. */
public final class TransientCheck {
  private TransientCheck() {}

  /** Waits for a phase of a status. */
  @FunctionalInterface
  public interface Waiting {
    boolean awaitReached(Phase phase, Duration timeout) throws InterruptedException;
  }

  /** Creates a waiter on a holder. */
  @FunctionalInterface
  public interface Waiter {
    Waiting on(StatusHolder<Phase, Integer> holder);
  }

  public static List<String> audit(Waiter waiter) throws InterruptedException {
    Findings findings = new Findings();
    StatusHolder<Phase, Integer> holder = StatusHolder.of(Phase.graph(), 0);
    Waiting waiting = waiter.on(holder);
    holder.transition(Phase.BUSY, 0);
    holder.transition(Phase.IDLE, 0);
    findings.require(
        waiting.awaitReached(Phase.BUSY, Duration.ofMillis(50)), "missed the passing BUSY");
    return findings.list();
  }
}
