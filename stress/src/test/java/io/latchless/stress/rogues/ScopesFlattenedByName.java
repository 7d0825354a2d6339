package io.latchless.stress.rogues;

import io.latchless.stress.soak.RegistryRoguesTest;
import io.latchless.stress.subjects.ScopesByLevel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Recomputes the levels of all origins from their names whenever a handler is added. */
@Rogue(
    trap = "chains of all origins rebuilt by parsing their names",
    caughtBy = RegistryRoguesTest.class)
public final class ScopesFlattenedByName extends ScopesByLevel {
  private final Set<String> origins = ConcurrentHashMap.newKeySet();
  private volatile Map<String, List<String>> chains = Map.of();

  @Override
  public Runnable subscribe(String origin, BooleanSupplier handler) {
    origins.add(origin);
    chains = origins.stream().collect(Collectors.toMap(Function.identity(), super::levels));
    return super.subscribe(origin, handler);
  }

  @Override
  protected List<String> levels(String origin) {
    List<String> chain = chains.get(origin);
    return chain == null ? super.levels(origin) : chain;
  }
}
