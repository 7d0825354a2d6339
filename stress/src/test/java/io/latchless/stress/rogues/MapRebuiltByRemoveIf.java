package io.latchless.stress.rogues;

import io.latchless.stress.soak.RegistryRoguesTest;
import io.latchless.stress.subjects.CopiedMap;
import java.util.function.IntPredicate;

/** Puts what is left into a new map, also when that is everything. */
@Rogue(
    trap = "a conditional removal rebuilds the map, whether it removes anything or not",
    caughtBy = RegistryRoguesTest.class)
public final class MapRebuiltByRemoveIf extends CopiedMap {
  /** Removes the entries of all keys that are selected, and returns how many. */
  public int removeIf(IntPredicate filter) {
    return change(
        entries -> {
          int before = entries.size();
          entries.keySet().removeIf(filter::test);
          return before - entries.size();
        });
  }
}
