package io.latchless.benchmarks.averages;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Forward decay with the arithmetic of a {@code DecayingMean} and a {@code DecayingRate}, in plain
 * fields; all but {@code now} is for one thread at a time.
 */
public final class PlainDecay {
  /** In tau: weights stay far from overflow. */
  private static final double LANDMARK_STANDS = 32;

  private final LongSupplier nanoClock;
  private final long start;
  private final double tau;
  private long landmark;
  private double weight;
  private double sum;

  /** A decay that begins now, without samples. */
  public PlainDecay(Duration halfLife, LongSupplier nanoClock) {
    this.nanoClock = nanoClock;
    start = nanoClock.getAsLong();
    tau = halfLife.toNanos() / Math.log(2);
  }

  private PlainDecay(PlainDecay other) {
    nanoClock = other.nanoClock;
    start = other.start;
    tau = other.tau;
    landmark = other.landmark;
    weight = other.weight;
    sum = other.sum;
  }

  /** Another one with the same samples, so that a lock need not be held for what follows. */
  public PlainDecay copy() {
    return new PlainDecay(this);
  }

  /** Nanoseconds since the beginning; to be read before a lock is taken. */
  public long now() {
    return nanoClock.getAsLong() - start;
  }

  /** Adds samples of some time. */
  public void add(long now, long samples, double sampleSum) {
    double age = (now - landmark) / tau;
    if (age > LANDMARK_STANDS) {
      double scale = Math.exp(-age);
      weight *= scale;
      sum *= scale;
      landmark = now;
      age = 0;
    }
    double growth = Math.exp(age);
    weight += samples * growth;
    sum += sampleSum * growth;
  }

  /** The mean of the samples, each by its weight; NaN if there are none. */
  public double mean() {
    return sum / weight;
  }

  /** Samples a second. */
  public double perSecond() {
    long now = now();
    double weightNow = weight * Math.exp((landmark - now) / tau);
    double weightOfOnePerSecond = -Math.expm1(-now / tau) * tau / 1e9;
    return now == 0 ? 0 : weightNow / weightOfOnePerSecond;
  }
}
