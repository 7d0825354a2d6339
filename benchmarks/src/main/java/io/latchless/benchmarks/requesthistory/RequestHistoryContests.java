package io.latchless.benchmarks.requesthistory;

import io.latchless.benchmarks.contest.Catalogue;
import io.latchless.benchmarks.contest.Contest;
import io.latchless.benchmarks.contest.ContestBuilder;
import java.util.List;

/** Contests of {@code RequestHistory}. */
public final class RequestHistoryContests implements Catalogue {
  private static final String RECORD =
      " each request in the metrics and as the newest of 1,024, of which the oldest goes";

  @Override
  public List<Contest> contests() {
    return List.of(
        contest("record-2-threads", 2)
            .asks("What does it cost two threads to also keep the newest requests?")
            .does("two threads record, with no work in between," + RECORD)
            .footprint(RequestHistoryUse::structure)
            .build(),
        contest("record-1-thread", 1)
            .asks("What does keeping the newest requests cost without contention?")
            .does("one thread records" + RECORD)
            .build());
  }

  private static ContestBuilder contest(String name, int threads) {
    return Contest.named("metrics/history/" + name)
        .benchmark(RequestHistoryUse.class)
        .threads(threads)
        .ours(RequestHistories.OURS)
        .mutex(RequestHistories.SYNCHRONIZED)
        .mutex(RequestHistories.LOCK);
  }
}
