package io.latchless.stress.rogues;

import io.latchless.stress.soak.RegistryRoguesTest;
import io.latchless.stress.subjects.CopiedMap;
import io.latchless.stress.subjects.Turn;

/** Stores a changed copy over a version published in the meantime. */
@Rogue(
    trap = "a map copied, changed and stored without compare-and-set: an update is lost",
    caughtBy = RegistryRoguesTest.class)
public final class MapUpdatedWithoutCompareAndSet extends CopiedMap {
  @Override
  protected boolean swap(Moment seen, Moment next) {
    Turn.linger(); // widens the race window for real threads
    publish(next);
    return true;
  }
}
