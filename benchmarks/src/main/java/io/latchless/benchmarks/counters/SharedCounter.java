package io.latchless.benchmarks.counters;

/** The operations of a {@code Counter}, for ours, the mutexes and the peers. */
public interface SharedCounter {
  /** Adds one. */
  void increment();

  /** Returns the count. */
  long sum();
}
