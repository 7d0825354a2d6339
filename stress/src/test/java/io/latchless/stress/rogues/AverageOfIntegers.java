package io.latchless.stress.rogues;

import io.latchless.stress.soak.MetricsRoguesTest;
import io.latchless.stress.subjects.AverageSubject;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Moves a tenth of the distance to each sample in integer arithmetic: a short distance rounds to
 * zero.
 */
@Rogue(
    trap = "an average of integers: fed 1005 for ever, it stays at 1000",
    caughtBy = MetricsRoguesTest.class)
public final class AverageOfIntegers implements AverageSubject {
  private static final long NOTHING = Long.MIN_VALUE;

  private final AtomicLong average = new AtomicLong(NOTHING);

  @Override
  public void record(double sample) {
    average.updateAndGet(
        value -> value == NOTHING ? (long) sample : (9 * value + (long) sample) / 10);
  }

  @Override
  public double value() {
    long value = average.get();
    return value == NOTHING ? Double.NaN : value;
  }
}
