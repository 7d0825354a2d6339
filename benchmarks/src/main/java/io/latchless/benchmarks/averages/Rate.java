package io.latchless.benchmarks.averages;

/** What a {@code DecayingRate} does, for ours, the mutexes and the peers alike. */
public interface Rate {
  /** Counts an event. */
  void mark();

  /** Events a second. */
  double perSecond();
}
