package io.latchless.stress.rogues;

import io.latchless.stress.soak.BusRoguesTest;
import io.latchless.stress.subjects.ListedBus;
import java.util.ArrayList;
import java.util.List;

/** Goes up the scopes and stops when no name is left. */
@Rogue(
    trap = "a bus leaves its loop over the scopes before the global level",
    caughtBy = BusRoguesTest.class)
public final class BusWithoutGlobal extends ListedBus {
  @Override
  protected List<String> scopes(String name) {
    List<String> scopes = new ArrayList<>();
    for (String scope = name; !scope.isEmpty(); scope = parent(scope)) {
      scopes.add(scope);
    }
    return scopes;
  }
}
