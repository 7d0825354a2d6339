package io.latchless.benchmarks.averages;

/**
 * What an {@code Ewma} and a {@code DecayingMean} do, for ours, the mutexes and the peers alike.
 */
public interface Average {
  /** Takes a sample into the average. */
  void record(double sample);

  /** The average. */
  double value();
}
