package io.latchless.benchmarks.averages;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Forward decay with the arithmetic of a {@code DecayingMean} and a {@code DecayingRate}, in plain
 * fields. All methods but {@code now} are for one thread at a time.
 */
public final class PlainDecay {
  /** The maximum age of the landmark, in tau: weights stay far from overflow. */
  private static final double LANDMARK_STANDS = 32;

  private final LongSupplier nanoClock;
  private final long start;
  private final double tau;
  private long landmark;
  private double weight;
  private double sum;

  /** Creates a decay that begins now, without samples. */
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

  /** Returns a copy, so that no lock need be held for the computation. */
  public PlainDecay copy() {
    return new PlainDecay(this);
  }

  /** Returns the nanoseconds since the beginning; to be called before taking a lock. */
  public long now() {
    return nanoClock.getAsLong() - start;
  }

  /** Adds samples recorded at a time. */
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

  /** Returns the weighted mean of the samples; NaN if there are none. */
  public double mean() {
    return sum / weight;
  }

  /** Returns the samples per second. */
  public double perSecond() {
    long now = now();
    double weightNow = weight * Math.exp((landmark - now) / tau);
    double weightOfOnePerSecond = -Math.expm1(-now / tau) * tau / 1e9;
    return now == 0 ? 0 : weightNow / weightOfOnePerSecond;
  }
}
