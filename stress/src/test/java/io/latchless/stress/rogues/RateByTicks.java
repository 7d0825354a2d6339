package io.latchless.stress.rogues;

import io.latchless.stress.soak.RequestRoguesTest;
import io.latchless.stress.subjects.RateSubject;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Updates a rate at ticks of five seconds, before the first tick. */
@Rogue(
    trap = "a rate by ticks: zero for the first five seconds",
    caughtBy = RequestRoguesTest.class)
public final class RateByTicks implements RateSubject {
  private static final double TICK_SECONDS = 5;

  private final LongSupplier nanoClock;
  private final double alpha;
  private long lastTick;
  private long uncounted;
  private double rate;

  public RateByTicks(Duration halfLife, LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
    this.alpha = 1 - Math.pow(2, -TICK_SECONDS / halfLife.toSeconds());
    this.lastTick = nanoClock.getAsLong();
  }

  @Override
  public void mark() {
    tick();
    uncounted++;
  }

  @Override
  public double perSecond() {
    tick();
    return rate;
  }

  private void tick() {
    for (; nanoClock.getAsLong() - lastTick >= TICK_SECONDS * 1e9; lastTick += 5_000_000_000L) {
      rate += alpha * (uncounted / TICK_SECONDS - rate);
      uncounted = 0;
    }
  }
}
