package io.latchless.stress.rogues;

import io.latchless.stress.soak.MetricsRoguesTest;
import io.latchless.stress.subjects.CounterSubject;
import io.latchless.stress.subjects.Turn;
import java.util.concurrent.atomic.AtomicLong;

/** Reads the sum, then sets it to zero: increments between the two are lost. */
@Rogue(
    trap = "a reset that reads the sum and then sets it to zero: increments are lost",
    caughtBy = MetricsRoguesTest.class)
public final class CounterResetInTwoSteps implements CounterSubject {
  private final AtomicLong count = new AtomicLong();

  @Override
  public void increment() {
    count.incrementAndGet();
  }

  @Override
  public long sum() {
    return count.get();
  }

  @Override
  public long sumThenReset() {
    long sum = count.get();
    Turn.rest(); // widens the race window for real threads
    count.set(0);
    return sum;
  }
}
