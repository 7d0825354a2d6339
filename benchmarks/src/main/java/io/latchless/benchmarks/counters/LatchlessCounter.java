package io.latchless.benchmarks.counters;

import io.latchless.metrics.Counter;

/** Adapts a {@code Counter}. */
record LatchlessCounter(Counter counter) implements SharedCounter {
  @Override
  public void increment() {
    counter.increment();
  }

  @Override
  public long sum() {
    return counter.sum();
  }
}
