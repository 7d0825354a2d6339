package io.latchless.benchmarks.averages;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * A decaying mean and rate, whose subclass calls {@code add} and {@code copy} under its lock: that
 * is held neither while the clock is read nor while figures are computed.
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
