package io.latchless.benchmarks.counters;

import io.latchless.benchmarks.contest.Catalogue;
import io.latchless.benchmarks.contest.Contest;
import io.latchless.benchmarks.contest.ContestBuilder;
import java.util.List;

/** Contests of {@code Counter}. */
public final class CounterContests implements Catalogue {
  @Override
  public List<Contest> contests() {
    return List.of(
        contest("increment-2-threads", 2)
            .asks("Which counter is fastest when two threads do nothing but count?")
            .does("two threads increment one counter, with no work in between")
            .footprint(CounterUse::structure)
            .build(),
        contest("increment-1-thread", 1)
            .asks("What does counting cost without contention?")
            .does("one thread increments a counter")
            .build(),
        contest("increment-8-threads", 8)
            .asks("How does counting perform with more threads than cores?")
            .does("eight threads increment one counter, with no work in between")
            .build());
  }

  private static ContestBuilder contest(String name, int threads) {
    return Contest.named("metrics/counter/" + name)
        .benchmark(CounterUse.class, "increment")
        .threads(threads)
        .ours(SharedCounters.OURS)
        .mutex(SharedCounters.SYNCHRONIZED)
        .mutex(SharedCounters.LOCK)
        .peer(SharedCounters.LONG_ADDER)
        .peer(SharedCounters.ATOMIC_LONG);
  }
}
