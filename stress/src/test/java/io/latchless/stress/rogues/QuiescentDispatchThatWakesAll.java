package io.latchless.stress.rogues;

import io.latchless.stress.soak.RegistryRoguesTest;
import io.latchless.stress.subjects.ProtectedHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Wakes every closing thread, whichever handlers it has called itself. */
@Rogue(
    trap = "a dispatch wakes threads that were not waiting for it",
    caughtBy = RegistryRoguesTest.class)
public final class QuiescentDispatchThatWakesAll extends ProtectedHandlers {
  private final Set<Thread> closing = ConcurrentHashMap.newKeySet();

  @Override
  protected void leave(int slot) {
    super.leave(slot);
    closing.forEach(LockSupport::unpark);
  }

  @Override
  protected boolean awaitNoneFor(Runnable handler, Duration timeout) {
    long start = System.nanoTime();
    closing.add(Thread.currentThread());
    try {
      while (isGoneThrough(handler)) {
        long left = timeout.toNanos() - (System.nanoTime() - start);
        if (left <= 0) {
          return false;
        }
        LockSupport.parkNanos(this, left);
      }
      return true;
    } finally {
      closing.remove(Thread.currentThread());
    }
  }
}
