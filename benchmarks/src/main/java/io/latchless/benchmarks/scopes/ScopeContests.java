package io.latchless.benchmarks.scopes;

import io.latchless.benchmarks.contest.Catalogue;
import io.latchless.benchmarks.contest.Contest;
import io.latchless.benchmarks.contest.ContestBuilder;
import java.util.List;

/** Contests of {@code ScopedHandlerRegistry}. */
public final class ScopeContests implements Catalogue {
  private static final String WORKLOAD =
      "one thread emits from 64 origins of %s in turn; there is one handler %s, and a global one;"
          + " the peers look up each level in a ConcurrentHashMap of CopyOnWriteArrayLists; they"
          + " either split the origin and join its names again, or take substrings";

  @Override
  public List<Contest> contests() {
    return List.of(
        contest("emit-depth-3", 3)
            .asks(
                "What does it cost to call the handlers of an origin, its parents and the global"
                    + " scope?")
            .does(WORKLOAD.formatted("three names", "at each of their three levels"))
            .build(),
        contest("emit-depth-6", 6)
            .asks("What do many levels cost?")
            .does(WORKLOAD.formatted("six names", "at each of their six levels"))
            .build(),
        contest("emit-inherited", 4)
            .asks("What does it cost if an origin has no handlers of its own?")
            .does(
                WORKLOAD.formatted(
                    "four names", "at each of the three levels above, none at the origin itself"))
            .with("bare", "1")
            .build(),
        contest("emit-depth-1", 1)
            .asks("What do scopes cost if only the global scope is above?")
            .does(WORKLOAD.formatted("one name", "for each"))
            .build());
  }

  private static ContestBuilder contest(String name, int depth) {
    return Contest.named("registry/scopes/" + name)
        .benchmark(Emit.class)
        .threads(1)
        .with("depth", Integer.toString(depth))
        .ours(Emitters.OURS)
        .mutex(Emitters.SYNCHRONIZED)
        .peer(Emitters.SPLITTING)
        .peer(Emitters.SUBSTRING);
  }
}
