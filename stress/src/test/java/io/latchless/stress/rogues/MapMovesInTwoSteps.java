package io.latchless.stress.rogues;

import io.latchless.stress.soak.RegistryRoguesTest;
import io.latchless.stress.subjects.CopiedMap;
import io.latchless.stress.subjects.Turn;

/** Publishes the two changes of a batch one after the other. */
@Rogue(trap = "a batch is partly visible", caughtBy = RegistryRoguesTest.class)
public final class MapMovesInTwoSteps extends CopiedMap {
  @Override
  public void move(int from, int to, int amount) {
    add(from, -amount);
    Turn.pass(); // lets a reader in between
    add(to, amount);
  }
}
