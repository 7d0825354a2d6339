package io.latchless.stress.subjects;

import java.util.concurrent.atomic.AtomicLong;

/** Points where other threads may run, which make rare interleavings frequent. */
public final class Turn {
  private static final long REST_NANOS = 20_000;
  private static final long MOMENT_NANOS = 300_000;

  private static final AtomicLong MEETINGS = new AtomicLong();

  private Turn() {}

  /** Yields to another thread, if there is one. */
  @SuppressWarnings("ThreadPriorityCheck") // correct programs do not need it, and neither do checks
  public static void pass() {
    Thread.yield();
  }

  /** Pauses for about 20 microseconds, then yields to another thread. */
  public static void rest() {
    pass();
    long start = System.nanoTime();
    while (System.nanoTime() - start < REST_NANOS) {
      Thread.onSpinWait();
    }
  }

  /**
   * Stays briefly in a race window, until another thread reaches one as well. The second thread
   * does not wait for a third, so both leave together.
   */
  public static void linger() {
    long mine = MEETINGS.incrementAndGet();
    if ((mine & 1) == 0) {
      return;
    }
    long start = System.nanoTime();
    while (MEETINGS.get() == mine) {
      if (System.nanoTime() - start > MOMENT_NANOS && MEETINGS.compareAndSet(mine, mine - 1)) {
        return;
      }
      pass();
    }
  }
}
