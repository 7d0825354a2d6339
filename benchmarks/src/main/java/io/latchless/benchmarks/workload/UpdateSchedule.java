package io.latchless.benchmarks.workload;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * When the updates of one thread are due: one in each period. Who comes late finds several due and
 * makes them one after the other, so that slow operations do not make updates fewer. When it begins
 * is left to chance, as in {@link Pace}.
 */
final class UpdateSchedule {
  /**
   * What is owed from before so long ago is forgotten, but for one update, so that a stall of a
   * second is not followed by a burst of a second's updates. Threads that share a core wait less
   * until it is their turn.
   */
  static final long MOST_DEBT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final LongSupplier clock;
  private final long periodNanos;
  private long next;
  private long paused;

  /**
   * @param clock nanoseconds, as {@link System#nanoTime}
   * @param next when the first is due
   */
  UpdateSchedule(LongSupplier clock, long periodNanos, long next) {
    this.clock = clock;
    this.periodNanos = periodNanos;
    this.next = next;
    this.paused = clock.getAsLong();
  }

  /** One thread's part of so many updates a second that several make together. */
  static UpdateSchedule of(int updatesPerSecond, int threads, LongSupplier clock) {
    long period = TimeUnit.SECONDS.toNanos(threads) / updatesPerSecond;
    long start = clock.getAsLong() + ThreadLocalRandom.current().nextLong(period);
    return new UpdateSchedule(clock, period, start);
  }

  /** Whether an update is due; if so it counts as made. */
  boolean isDue() {
    long late = clock.getAsLong() - next;
    if (late < 0) {
      return false;
    }
    next += periodNanos + Math.max(0, late - MOST_DEBT_NANOS);
    return true;
  }

  /** Stops time. */
  void pause() {
    paused = clock.getAsLong();
  }

  /** Goes on as if no time had passed since the pause, or since it was made. */
  void resume() {
    next += clock.getAsLong() - paused;
  }

  /** Leaves out what should have been made by now. */
  void forgetDebt() {
    long late = clock.getAsLong() - next;
    if (late >= 0) {
      next += (late / periodNanos + 1) * periodNanos;
    }
  }
}
