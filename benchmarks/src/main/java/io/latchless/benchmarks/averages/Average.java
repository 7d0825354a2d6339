package io.latchless.benchmarks.averages;

/**
 * The operations of an {@code Ewma} and a {@code DecayingMean}, for ours, the mutexes and the
 * peers.
 */
public interface Average {
  /** Adds a sample to the average. */
  void record(double sample);

  /** Returns the average. */
  double value();
}
