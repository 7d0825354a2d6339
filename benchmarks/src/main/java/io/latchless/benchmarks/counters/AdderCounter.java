package io.latchless.benchmarks.counters;

import java.util.concurrent.atomic.LongAdder;

/** The JDK's striped counter. */
record AdderCounter(LongAdder adder) implements SharedCounter {
  @Override
  public void increment() {
    adder.increment();
  }

  @Override
  public long sum() {
    return adder.sum();
  }
}
