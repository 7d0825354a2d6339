package io.latchless.stress.freeze.primitives;

import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** A thread that waits for ever, so that writers have somebody to wake. */
final class ParkedThread {
  /** Waits for something once. */
  interface Wait {
    void once() throws InterruptedException;
  }

  private @Nullable Thread thread;

  /** Ends the former wait, and begins another one that is repeated whenever it is over. */
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

  /** Ends the wait, if there is one. */
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
