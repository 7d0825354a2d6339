package io.latchless.metrics;

import static java.util.Objects.requireNonNull;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.LongSupplier;

/**
 * Counts the nanoseconds since its construction, by a clock that may start anywhere, wrap around,
 * and be set back. A step back counts as no time. The count stops at 292 years.
 */
final class SteadyClock implements LongSupplier {
  /*
   * An earlier reading shows whether the clock has been set back. A thread loads the earlier
   * reading before it reads the clock, so it gets less only if the clock has been set back. Without
   * steps back the earlier reading is replaced at most once a second, so that threads rarely write
   * what they share. A step back to a time that is still after the earlier reading goes unseen, so
   * the result may go back by up to a second.
   */

  private static final VarHandle LAST =
      ConstantBootstraps.fieldVarHandle(
          MethodHandles.lookup(), "last", VarHandle.class, SteadyClock.class, Reading.class);

  private static final long A_SECOND = 1_000_000_000;

  /** A value of the clock, and the time that had passed by then. */
  private record Reading(long clock, long elapsed) {}

  private final LongSupplier nanoClock;
  private volatile Reading last;

  SteadyClock(LongSupplier nanoClock) {
    this.nanoClock = requireNonNull(nanoClock, "nanoClock");
    this.last = new Reading(nanoClock.getAsLong(), 0);
  }

  /** Counts from now by {@link System#nanoTime}, which is never set back. */
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
    LAST.compareAndSet(this, before, new Reading(now, elapsed)); // if lost, the winner's will do
    return elapsed;
  }

  /** The largest time to which a second can be added. */
  private static final long MOST = Long.MAX_VALUE - A_SECOND;
}
