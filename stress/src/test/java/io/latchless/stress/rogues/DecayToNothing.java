package io.latchless.stress.rogues;

import io.latchless.stress.soak.RequestRoguesTest;
import io.latchless.stress.subjects.MeanSubject;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Scales both sums down at each read, through denormal numbers to zero. */
@Rogue(
    trap = "denormal decay: sums scaled down until the divisor is zero",
    caughtBy = RequestRoguesTest.class)
public final class DecayToNothing implements MeanSubject {
  private final LongSupplier nanoClock;
  private final double tau;
  private long last;
  private double sum;
  private double weight;

  public DecayToNothing(Duration halfLife, LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
    this.tau = halfLife.toNanos() / Math.log(2);
    this.last = nanoClock.getAsLong();
  }

  @Override
  public void record(double sample) {
    decay();
    sum += sample;
    weight += 1;
  }

  @Override
  public double mean() {
    decay();
    return sum / weight;
  }

  private void decay() {
    long now = nanoClock.getAsLong();
    double scale = Math.exp((last - now) / tau);
    sum *= scale;
    weight *= scale;
    last = now;
  }
}
