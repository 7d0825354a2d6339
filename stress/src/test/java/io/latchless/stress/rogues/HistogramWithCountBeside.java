package io.latchless.stress.rogues;

import io.latchless.stress.soak.HistogramRoguesTest;
import io.latchless.stress.subjects.HistogramSubject;
import io.latchless.stress.subjects.Turn;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.IntStream;

/** Counts first, and increments the bucket afterwards. */
@Rogue(
    trap = "a count kept beside the buckets of a histogram: the two disagree",
    caughtBy = HistogramRoguesTest.class)
public final class HistogramWithCountBeside implements HistogramSubject {
  private final AtomicLong count = new AtomicLong();
  private final AtomicLongArray buckets = new AtomicLongArray(Long.SIZE);

  @Override
  public void record(long value) {
    count.incrementAndGet();
    Turn.linger(); // widens the race window for real threads
    buckets.incrementAndGet(Long.SIZE - Long.numberOfLeadingZeros(value));
  }

  @Override
  public Look look() {
    return new Look(
        count.get(), IntStream.range(0, buckets.length()).mapToLong(buckets::get).sum());
  }
}
