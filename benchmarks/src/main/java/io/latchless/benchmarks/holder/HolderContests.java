package io.latchless.benchmarks.holder;

import io.latchless.benchmarks.contest.Catalogue;
import io.latchless.benchmarks.contest.Contest;
import io.latchless.benchmarks.contest.ContestBuilder;
import java.util.List;

/** Contests of {@code StatusHolder}. */
public final class HolderContests implements Catalogue {
  @Override
  public List<Contest> contests() {
    return List.of(
        contest("read-2-threads", "read", 2)
            .asks("What does a consistent read of state, time and data cost two readers?")
            .does("two threads take the current snapshot; no thread changes it")
            .mutex("synchronized")
            .mutex("ReentrantReadWriteLock")
            .build(),
        transition("transition-1-thread", 1)
            .asks("What does a timed, versioned transition cost without contention?")
            .does("one thread moves the holder from state to state; no waiters or listeners")
            .footprint(HolderTransition::structure)
            .build(),
        transition("transition-2-threads", 2)
            .asks("Which holder is fastest when two threads do nothing but change it?")
            .does("two threads move one holder from state to state; no waiters or listeners")
            .build(),
        contest("transition-listener-1-thread", "transition", 1)
            .asks("What does it cost to call a listener, outside the lock and in order?")
            .does("one thread moves the holder from state to state; one listener counts")
            .with("listeners", "1")
            .mutex("ReentrantLock")
            .build());
  }

  private static ContestBuilder transition(String name, int threads) {
    return contest(name, "transition", threads).mutex("synchronized").mutex("ReentrantLock");
  }

  private static ContestBuilder contest(String name, String method, int threads) {
    return Contest.named("primitives/status-holder/" + name)
        .benchmark(HolderTransition.class, method)
        .threads(threads)
        .ours("StatusHolder");
  }
}
