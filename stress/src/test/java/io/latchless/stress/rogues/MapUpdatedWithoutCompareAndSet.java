package io.latchless.stress.rogues;

import io.latchless.stress.soak.RegistryRoguesTest;
import io.latchless.stress.subjects.CopiedMap;
import io.latchless.stress.subjects.Turn;

/** Stores its changed copy over whatever has been published meanwhile. */
@Rogue(
    trap = "a map copied, changed and stored without compare-and-set: an update is lost",
    caughtBy = RegistryRoguesTest.class)
public final class MapUpdatedWithoutCompareAndSet extends CopiedMap {
  @Override
  protected boolean swap(Moment seen, Moment next) {
    Turn.linger(); // for real threads to fall into it
    publish(next);
    return true;
  }
}
