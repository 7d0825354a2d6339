package io.latchless.stress.rogues;

import io.latchless.stress.soak.MetricsRoguesTest;
import io.latchless.stress.subjects.CounterSubject;
import io.latchless.stress.subjects.Turn;
import java.util.concurrent.atomic.AtomicLong;

/** Reads the sum, and then sets to zero what has become more since. */
@Rogue(trap = "a reset that loses increments", caughtBy = MetricsRoguesTest.class)
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
    Turn.rest(); // for real threads to fall into it
    count.set(0);
    return sum;
  }
}
