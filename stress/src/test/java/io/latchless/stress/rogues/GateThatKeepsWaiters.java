package io.latchless.stress.rogues;

import io.latchless.stress.soak.AccountingRoguesTest;
import io.latchless.stress.subjects.Gate;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/** Removes woken waiters from its list, but never those that timed out. */
@Rogue(trap = "a waiter stays enlisted after its timeout", caughtBy = AccountingRoguesTest.class)
public final class GateThatKeepsWaiters implements Gate {
  private volatile boolean open;
  private final Queue<Thread> waiting = new ConcurrentLinkedQueue<>();

  @Override
  public void open() {
    open = true;
    waiting.forEach(LockSupport::unpark);
  }

  @Override
  public boolean await(Duration timeout, Runnable afterLook) throws InterruptedException {
    long start = System.nanoTime();
    Thread self = Thread.currentThread();
    waiting.add(self);
    while (!open) {
      afterLook.run();
      long left = timeout.toNanos() - (System.nanoTime() - start);
      if (left <= 0) {
        return false;
      }
      LockSupport.parkNanos(this, left);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
    afterLook.run();
    waiting.remove(self);
    return true;
  }

  @Override
  public int waiterCount() {
    return waiting.size();
  }
}
