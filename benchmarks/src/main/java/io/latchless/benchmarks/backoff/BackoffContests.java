package io.latchless.benchmarks.backoff;

import io.latchless.benchmarks.contest.Catalogue;
import io.latchless.benchmarks.contest.Contest;
import io.latchless.benchmarks.contest.ContestBuilder;
import java.util.List;

/** Contests of {@code Backoff}. */
public final class BackoffContests implements Catalogue {
  @Override
  public List<Contest> contests() {
    return List.of(
        contest("counter-2-threads", 2)
            .asks("What does back-off after a lost compare-and-set gain for two threads?")
            .does("two threads increment one counter, with no work in between")
            .peer("AtomicLong")
            .build(),
        contest("counter-8-threads", 8)
            .asks("Does back-off still pay with more threads than cores?")
            .does("eight threads increment one counter, with no work in between")
            .build());
  }

  private static ContestBuilder contest(String name, int threads) {
    return Contest.named("primitives/backoff/" + name)
        .benchmark(CounterIncrement.class)
        .threads(threads)
        .ours("CAS + Backoff")
        .peer("naive CAS")
        .mutex("synchronized")
        .mutex("ReentrantLock");
  }
}
