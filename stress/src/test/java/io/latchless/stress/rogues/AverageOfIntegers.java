package io.latchless.stress.rogues;

import io.latchless.stress.soak.MetricsRoguesTest;
import io.latchless.stress.subjects.AverageSubject;
import java.util.concurrent.atomic.AtomicLong;

/** Takes a tenth of the way to each sample, in whole numbers: of a short way that is nothing. */
@Rogue(
    trap = "an average of integers: stuck short of its input",
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
