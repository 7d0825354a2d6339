package io.latchless.benchmarks.averages;

import io.latchless.metrics.Ewma;

/** Adapts an {@code Ewma}. */
record LatchlessEwma(Ewma ewma) implements Average {
  @Override
  public void record(double sample) {
    ewma.record(sample);
  }

  @Override
  public double value() {
    return ewma.value();
  }
}
