package io.latchless.benchmarks.backoff;

/** A counter that several threads increment. */
public interface ContendedCounter {
  /** Adds one and returns the new count. */
  long increment();
}
