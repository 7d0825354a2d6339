package io.latchless.benchmarks.averages;

import io.latchless.metrics.DecayingRate;

/** Adapts a {@code DecayingRate}. */
record LatchlessRate(DecayingRate rate) implements Rate {
  @Override
  public void mark() {
    rate.mark();
  }

  @Override
  public double perSecond() {
    return rate.perSecond();
  }
}
