package io.latchless.stress.rogues;

import io.latchless.stress.soak.MetricsRoguesTest;
import io.latchless.stress.subjects.AverageSubject;
import io.latchless.stress.subjects.Turn;

/** Stores what it has made of a value over what others have made of it meanwhile. */
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
    Turn.linger(); // for real threads to fall into it
    average = Double.isNaN(seen) ? sample : (1 - alpha) * seen + alpha * sample;
  }

  @Override
  public double value() {
    return average;
  }
}
