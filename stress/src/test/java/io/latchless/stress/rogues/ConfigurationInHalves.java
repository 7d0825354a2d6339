package io.latchless.stress.rogues;

import io.latchless.stress.lincheck.SnapshotRoguesTest;
import io.latchless.stress.subjects.ConfigurationSubject;
import io.latchless.stress.subjects.Halves;
import io.latchless.stress.subjects.Turn;
import java.util.concurrent.atomic.AtomicInteger;

/** Loses no update of either half, but readers see halves of different versions. */
@Rogue(
    trap = "two halves of a configuration swapped separately: torn",
    caughtBy = SnapshotRoguesTest.class)
public final class ConfigurationInHalves implements ConfigurationSubject {
  private final AtomicInteger left = new AtomicInteger();
  private final AtomicInteger right = new AtomicInteger();

  @Override
  public Halves read() {
    return new Halves(left.get(), right.get());
  }

  @Override
  public Halves increment() {
    int first = left.incrementAndGet();
    Turn.linger(); // widens the race window for real threads
    return new Halves(first, right.incrementAndGet());
  }

  @Override
  public void replace(int value) {
    left.set(value);
    right.set(value);
  }
}
