package io.latchless.stress.rogues;

import io.latchless.stress.lincheck.SnapshotRoguesTest;
import io.latchless.stress.subjects.ConfigurationSubject;
import io.latchless.stress.subjects.Halves;
import io.latchless.stress.subjects.Turn;

/** Stores a changed copy over a version published in the meantime. */
@Rogue(
    trap = "copy, change, store without compare-and-set: an update is lost",
    caughtBy = SnapshotRoguesTest.class)
public final class ConfigurationCopiedAndStored implements ConfigurationSubject {
  private volatile Halves current = new Halves(0, 0);

  @Override
  public Halves read() {
    return current;
  }

  @Override
  public Halves increment() {
    Halves changed = current.next();
    Turn.linger(); // widens the race window for real threads
    current = changed;
    return changed;
  }

  @Override
  public void replace(int value) {
    current = new Halves(value, value);
  }
}
