package io.latchless.metrics;

import static java.util.Objects.requireNonNull;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.LongSupplier;

/**
 * The nanoseconds since it was made, by a clock that may start anywhere, wrap around, and be set
 * back: that counts as no time. It stops at 292 years.
 */
final class SteadyClock implements LongSupplier {
  /*
   * A reading that may have been set back is told by an earlier one: whoever loads that before it reads
   * the clock cannot get less, unless the clock has been set back. The earlier one is replaced at most
   * once a second, so that threads rarely write what they share. A step of the clock that ends after it
   * goes unseen, so this may go back by up to a second.
   */

  private static final VarHandle LAST =
      ConstantBootstraps.fieldVarHandle(
          MethodHandles.lookup(), "last", VarHandle.class, SteadyClock.class, Reading.class);

  private static final long A_SECOND = 1_000_000_000;

  /** What the clock said when so much time had passed. */
  private record Reading(long clock, long elapsed) {}

  private final LongSupplier nanoClock;
  private volatile Reading last;

  SteadyClock(LongSupplier nanoClock) {
    this.nanoClock = requireNonNull(nanoClock, "nanoClock");
    this.last = new Reading(nanoClock.getAsLong(), 0);
  }

  /** By {@link System#nanoTime}, which is never set back. */
  static LongSupplier ofSystem() {
    long start = System.nanoTime();
    return () -> System.nanoTime() - start;
  }

  @Override
  public long getAsLong() {
    Reading before = last;
    long now = nanoClock.getAsLong();
    long since = now - before.clock;
    if (since >= 0 && since <= A_SECOND) {
      return before.elapsed + since;
    }
    long elapsed = before.elapsed + Math.min(Math.max(since, 0), MOST - before.elapsed);
    LAST.compareAndSet(this, before, new Reading(now, elapsed)); // or another reading is as good
    return elapsed;
  }

  /** From where a second more is still a long. */
  private static final long MOST = Long.MAX_VALUE - A_SECOND;
}
