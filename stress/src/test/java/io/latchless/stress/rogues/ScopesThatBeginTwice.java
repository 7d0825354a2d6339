package io.latchless.stress.rogues;

import io.latchless.stress.soak.RegistryRoguesTest;
import io.latchless.stress.subjects.ScopesByLevel;
import java.util.ArrayList;
import java.util.List;

/** Calls the handlers of the origin, then again while it walks the levels. */
@Rogue(trap = "a handler silently called twice at one level", caughtBy = RegistryRoguesTest.class)
public final class ScopesThatBeginTwice extends ScopesByLevel {
  @Override
  protected List<String> levels(String origin) {
    List<String> levels = new ArrayList<>(super.levels(origin));
    levels.add(0, origin);
    return levels;
  }
}
