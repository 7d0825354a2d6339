package io.latchless.stress.rogues;

import io.latchless.stress.soak.AccountingRoguesTest;
import io.latchless.stress.subjects.Gate;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/** Checks, enlists and parks: a thread that opens the gate in between finds no waiter to wake. */
@Rogue(
    trap = "lost wake-up: check, then enlist and park without a second check",
    caughtBy = AccountingRoguesTest.class)
public final class GateThatLosesWakeUps implements Gate {
  private volatile boolean open;
  private final Queue<Thread> waiting = new ConcurrentLinkedQueue<>();

  @Override
  public void open() {
    open = true;
    waiting.forEach(LockSupport::unpark);
  }

  @Override
  public boolean await(Duration timeout, Runnable afterLook) {
    boolean seen = open;
    afterLook.run();
    if (!seen) {
      Thread self = Thread.currentThread();
      waiting.add(self);
      LockSupport.parkNanos(this, timeout.toNanos());
      waiting.remove(self);
    }
    return open;
  }

  @Override
  public int waiterCount() {
    return waiting.size();
  }
}
