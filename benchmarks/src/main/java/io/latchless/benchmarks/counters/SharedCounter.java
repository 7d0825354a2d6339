package io.latchless.benchmarks.counters;

/** What a {@code Counter} does, for ours, the mutexes and the peers alike. */
public interface SharedCounter {
  /** Counts one. */
  void increment();

  /** What has been counted. */
  long sum();
}
