package io.latchless.stress.rogues;

import io.latchless.stress.lincheck.MetricsModelRoguesTest;
import io.latchless.stress.subjects.RangeSubject;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Exchanges the greatest and then the least for what stands for nothing. Whoever records the first
 * number beside that has one end of it taken and leaves the other behind: it is in no range at all.
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
