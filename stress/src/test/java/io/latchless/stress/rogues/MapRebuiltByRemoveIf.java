package io.latchless.stress.rogues;

import io.latchless.stress.soak.RegistryRoguesTest;
import io.latchless.stress.subjects.CopiedMap;
import java.util.function.IntPredicate;

/** Copies the remaining entries into a new map, even if none was removed. */
@Rogue(
    trap = "a conditional removal rebuilds the map even if it removes nothing",
    caughtBy = RegistryRoguesTest.class)
public final class MapRebuiltByRemoveIf extends CopiedMap {
  /** Removes the entries of all keys that match the filter, and returns their number. */
  public int removeIf(IntPredicate filter) {
    return change(
        entries -> {
          int before = entries.size();
          entries.keySet().removeIf(filter::test);
          return before - entries.size();
        });
  }
}
