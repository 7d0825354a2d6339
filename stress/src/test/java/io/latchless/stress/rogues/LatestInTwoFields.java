package io.latchless.stress.rogues;

import io.latchless.primitives.Snapshot;
import io.latchless.stress.lincheck.HandOverRoguesTest;
import io.latchless.stress.subjects.LatestSubject;
import io.latchless.stress.subjects.Turn;
import java.util.concurrent.atomic.AtomicLong;

/** Stores the value and counts the version one after the other. */
@Rogue(trap = "version and value in fields of their own: torn", caughtBy = HandOverRoguesTest.class)
public final class LatestInTwoFields implements LatestSubject {
  private volatile int value;
  private final AtomicLong version = new AtomicLong();

  @Override
  public long publish(int next) {
    value = next;
    Turn.linger(); // for real threads to fall into it
    return version.incrementAndGet();
  }

  @Override
  public Snapshot<Integer> snapshot() {
    return new Snapshot<>(value, version.get());
  }
}
