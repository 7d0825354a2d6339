package io.latchless.benchmarks.averages;

/** The operations of a {@code DecayingRate}, for ours, the mutexes and the peers. */
public interface Rate {
  /** Counts an event. */
  void mark();

  /** Returns the events per second. */
  double perSecond();
}
