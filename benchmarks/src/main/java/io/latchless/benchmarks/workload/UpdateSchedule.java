package io.latchless.benchmarks.workload;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The schedule of one thread's updates, or of its reads if it otherwise updates: one falls due in
 * each period. A late thread finds several due and makes them one after the other, so slow
 * operations do not reduce their number. The start is random, as in {@link Pace}.
 */
final class UpdateSchedule {
  /**
   * Older debt is dropped but for one update, so that a stall of a second is not followed by a
   * burst of a second's updates. The limit exceeds the time that threads sharing a core wait for
   * their turn.
   */
  static final long MOST_DEBT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final LongSupplier clock;
  private final long periodNanos;
  private long next;
  private long paused;

  /**
   * @param clock a nanosecond clock such as {@link System#nanoTime}
   * @param next the time of the first update
   */
  UpdateSchedule(LongSupplier clock, long periodNanos, long next) {
    this.clock = clock;
    this.periodNanos = periodNanos;
    this.next = next;
    this.paused = clock.getAsLong();
  }

  /** Returns one thread's part of a rate that several threads share. */
  static UpdateSchedule of(int updatesPerSecond, int threads, LongSupplier clock) {
    long period = TimeUnit.SECONDS.toNanos(threads) / updatesPerSecond;
    long start = clock.getAsLong() + ThreadLocalRandom.current().nextLong(period);
    return new UpdateSchedule(clock, period, start);
  }

  /** Returns whether an update is due; if so it counts as made. */
  boolean isDue() {
    long late = clock.getAsLong() - next;
    if (late < 0) {
      return false;
    }
    next += periodNanos + Math.max(0, late - MOST_DEBT_NANOS);
    return true;
  }

  /** Stops the schedule's time. */
  void pause() {
    paused = clock.getAsLong();
  }

  /** Continues as if no time had passed since the pause, or since the creation. */
  void resume() {
    next += clock.getAsLong() - paused;
  }

  /** Drops the updates that should have been made by now. */
  void forgetDebt() {
    long late = clock.getAsLong() - next;
    if (late >= 0) {
      next += (late / periodNanos + 1) * periodNanos;
    }
  }
}
