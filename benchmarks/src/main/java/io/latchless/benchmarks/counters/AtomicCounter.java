package io.latchless.benchmarks.counters;

import java.util.concurrent.atomic.AtomicLong;

/** A single word of the JDK. */
record AtomicCounter(AtomicLong word) implements SharedCounter {
  @Override
  public void increment() {
    word.getAndIncrement();
  }

  @Override
  public long sum() {
    return word.get();
  }
}
