package io.latchless.benchmarks.averages;

import io.latchless.metrics.DecayingMean;

/** Adapts a {@code DecayingMean}. */
record LatchlessMean(DecayingMean mean) implements Average {
  @Override
  public void record(double sample) {
    mean.record(sample);
  }

  @Override
  public double value() {
    return mean.mean();
  }
}
