package io.latchless.stress.freeze.primitives;

import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** A thread that waits for ever, so that writers have a waiter to wake. */
final class ParkedThread {
  /** One wait. */
  interface Wait {
    void once() throws InterruptedException;
  }

  private @Nullable Thread thread;

  /** Ends the previous wait, and starts another one that is repeated whenever it ends. */
  void begin(Wait wait, IntSupplier waiterCount) {
    end();
    Thread next = new Thread(() -> repeat(wait), "parked");
    next.setDaemon(true);
    next.start();
    thread = next;
    while (waiterCount.getAsInt() == 0) {
      Thread.onSpinWait();
    }
  }

  /** Ends the wait, if any. */
  void end() {
    if (thread != null) {
      thread.interrupt();
      thread = null;
    }
  }

  private static void repeat(Wait wait) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        wait.once();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
