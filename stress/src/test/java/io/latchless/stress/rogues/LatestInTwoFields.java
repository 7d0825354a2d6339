package io.latchless.stress.rogues;

import io.latchless.primitives.Snapshot;
import io.latchless.stress.lincheck.HandOverRoguesTest;
import io.latchless.stress.subjects.LatestSubject;
import io.latchless.stress.subjects.Turn;
import java.util.concurrent.atomic.AtomicLong;

/** Stores the value and increments the version in two steps. */
@Rogue(trap = "version and value in separate fields: torn", caughtBy = HandOverRoguesTest.class)
public final class LatestInTwoFields implements LatestSubject {
  private volatile int value;
  private final AtomicLong version = new AtomicLong();

  @Override
  public long publish(int next) {
    value = next;
    Turn.linger(); // widens the race window for real threads
    return version.incrementAndGet();
  }

  @Override
  public Snapshot<Integer> snapshot() {
    return new Snapshot<>(value, version.get());
  }
}
