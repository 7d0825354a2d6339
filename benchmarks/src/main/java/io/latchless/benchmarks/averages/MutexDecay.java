package io.latchless.benchmarks.averages;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A decaying mean and rate. The subclass calls {@code add} and {@code copy} under its lock. It does
 * not hold the lock while it reads the clock or computes figures.
 */
abstract class MutexDecay implements Average, Rate {
  private final PlainDecay decay;

  MutexDecay(Duration halfLife, LongSupplier nanoClock) {
    decay = new PlainDecay(halfLife, nanoClock);
  }

  void add(long now, double sampleSum) {
    decay.add(now, 1, sampleSum);
  }

  PlainDecay copy() {
    return decay.copy();
  }

  @Override
  public final void record(double sample) {
    add(decay.now(), sample);
  }

  @Override
  public final void mark() {
    add(decay.now(), 0);
  }

  @Override
  public final double value() {
    return copy().mean();
  }

  @Override
  public final double perSecond() {
    return copy().perSecond();
  }
}
