package io.latchless.stress.subjects;

import java.util.concurrent.atomic.AtomicLong;

/** Chances for other threads to run here, which make rare interleavings frequent. */
public final class Turn {
  private static final long REST_NANOS = 20_000;
  private static final long MOMENT_NANOS = 300_000;

  private static final AtomicLong MEETINGS = new AtomicLong();

  private Turn() {}

  /** Lets another thread go first, if there is one. */
  @SuppressWarnings("ThreadPriorityCheck") // correct programs do not need it, and neither do checks
  public static void pass() {
    Thread.yield();
  }

  /** Stays away from what others work on for some 20 microseconds, and lets another thread go. */
  public static void rest() {
    pass();
    long start = System.nanoTime();
    while (System.nanoTime() - start < REST_NANOS) {
      Thread.onSpinWait();
    }
  }

  /**
   * Stays a moment in the window of a mistake, until another thread has come to one too. The second
   * of two does not wait for a third, so that both leave together.
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
