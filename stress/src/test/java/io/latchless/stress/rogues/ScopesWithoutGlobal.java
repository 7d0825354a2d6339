package io.latchless.stress.rogues;

import io.latchless.stress.soak.RegistryRoguesTest;
import io.latchless.stress.subjects.ScopesByLevel;
import java.util.ArrayList;
import java.util.List;

/** Walks up to the last named level and never reaches the global one. */
@Rogue(
    trap = "a loop over the parents that ends before the global level",
    caughtBy = RegistryRoguesTest.class)
public final class ScopesWithoutGlobal extends ScopesByLevel {
  @Override
  protected List<String> levels(String origin) {
    List<String> levels = new ArrayList<>();
    for (String level = origin; !level.isEmpty(); level = parent(level)) {
      levels.add(level);
    }
    return levels;
  }
}
