package io.latchless.stress.rogues;

import io.latchless.stress.soak.RegistryRoguesTest;
import io.latchless.stress.subjects.ScopesByLevel;
import java.util.ArrayList;
import java.util.List;

/** Goes up as long as there is a dot, and so never comes to the top. */
@Rogue(
    trap = "the loop over the parents that leaves before the global level",
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
