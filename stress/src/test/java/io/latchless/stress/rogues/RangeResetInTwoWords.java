package io.latchless.stress.rogues;

import io.latchless.stress.lincheck.MetricsModelRoguesTest;
import io.latchless.stress.subjects.RangeSubject;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Resets the maximum and then the minimum to their empty values. If a thread records the first
 * number in between, the reset takes one end of it and leaves the other: the number is in no range.
 */
@Rogue(
    trap = "two ends of a range reset one after the other: a record is lost",
    caughtBy = MetricsModelRoguesTest.class)
public final class RangeResetInTwoWords implements RangeSubject {
  private final AtomicLong max = new AtomicLong(Long.MIN_VALUE);
  private final AtomicLong min = new AtomicLong(Long.MAX_VALUE);

  @Override
  public void record(long value) {
    max.accumulateAndGet(value, Math::max);
    min.accumulateAndGet(value, Math::min);
  }

  @Override
  public String range() {
    long least = min.get();
    return toString(least, max.get());
  }

  @Override
  public String rangeThenReset() {
    long greatest = max.getAndSet(Long.MIN_VALUE);
    return toString(min.getAndSet(Long.MAX_VALUE), greatest);
  }

  private static String toString(long least, long greatest) {
    return least > greatest ? NOTHING : least + " to " + greatest;
  }
}
