package io.latchless.benchmarks.workload;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Keeps one thread to a rate. The start within a period is random: a fork may measure for less than
 * a period, and would otherwise see the same part of it each time.
 */
public final class Pace {
  private final long periodNanos;
  private long next;

  private Pace(long periodNanos) {
    this.periodNanos = periodNanos;
    this.next = System.nanoTime() + ThreadLocalRandom.current().nextLong(periodNanos);
  }

  /** Returns a pace with the given turns per second. */
  public static Pace perSecond(int turns) {
    return new Pace(TimeUnit.SECONDS.toNanos(1) / turns);
  }

  /**
   * Parks until it is the thread's turn.
   *
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public void awaitTurn() throws InterruptedException {
    for (long left = next - System.nanoTime(); left > 0; left = next - System.nanoTime()) {
      LockSupport.parkNanos(left);
      if (Thread.interrupted()) {
        throw new InterruptedException("not this thread's turn yet");
      }
    }
    next += periodNanos;
  }
}
