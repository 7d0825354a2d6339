package io.latchless.stress.rogues;

import io.latchless.stress.soak.MetricsRoguesTest;
import io.latchless.stress.subjects.AverageSubject;
import io.latchless.stress.subjects.Turn;

/** Stores a result computed from a stale value over the results of other threads. */
@Rogue(
    trap = "an average without compare-and-set: a sample is lost",
    caughtBy = MetricsRoguesTest.class)
public final class AverageWithoutCompareAndSet implements AverageSubject {
  private final double alpha;
  private volatile double average = Double.NaN;

  public AverageWithoutCompareAndSet(double alpha) {
    this.alpha = alpha;
  }

  @Override
  public void record(double sample) {
    double seen = average;
    Turn.linger(); // widens the race window for real threads
    average = Double.isNaN(seen) ? sample : (1 - alpha) * seen + alpha * sample;
  }

  @Override
  public double value() {
    return average;
  }
}
