package io.latchless.benchmarks.backoff;

/** A counter that several threads increment. */
public interface ContendedCounter {
  /** Adds one and gives back the new count. */
  long increment();
}
