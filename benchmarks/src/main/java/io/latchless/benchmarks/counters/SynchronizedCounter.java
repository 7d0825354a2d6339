package io.latchless.benchmarks.counters;

/** A counter behind its own monitor. */
final class SynchronizedCounter implements SharedCounter {
  private long count;

  @Override
  public synchronized void increment() {
    count++;
  }

  @Override
  public synchronized long sum() {
    return count;
  }
}
