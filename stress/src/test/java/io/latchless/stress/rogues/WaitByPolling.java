package io.latchless.stress.rogues;

import io.latchless.primitives.StatusHolder;
import io.latchless.stress.soak.AccountingRoguesTest;
import io.latchless.stress.soak.TransientCheck;
import io.latchless.stress.subjects.Phase;
import java.time.Duration;

/** Reads the state repeatedly, and sees only its value at those moments. */
@Rogue(
    trap = "waiting by polling the current state: a transient one is missed",
    caughtBy = AccountingRoguesTest.class)
public final class WaitByPolling implements TransientCheck.Waiting {
  private final StatusHolder<Phase, Integer> holder;

  public WaitByPolling(StatusHolder<Phase, Integer> holder) {
    this.holder = holder;
  }

  @Override
  public boolean awaitReached(Phase phase, Duration timeout) {
    long start = System.nanoTime();
    do {
      if (holder.state() == phase) {
        return true;
      }
      Thread.onSpinWait();
    } while (System.nanoTime() - start < timeout.toNanos());
    return false;
  }
}
