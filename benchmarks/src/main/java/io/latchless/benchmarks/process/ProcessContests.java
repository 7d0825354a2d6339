package io.latchless.benchmarks.process;

import io.latchless.benchmarks.contest.Catalogue;
import io.latchless.benchmarks.contest.Contest;
import io.latchless.benchmarks.contest.ContestBuilder;
import java.util.List;

/** Contests of {@code ProcessStatusHolder}. */
public final class ProcessContests implements Catalogue {
  @Override
  public List<Contest> contests() {
    return List.of(
        contest("read-2-threads", "read", 2)
            .asks("What does it cost to read status, times and exit code as one snapshot?")
            .does("two threads take the current snapshot; no thread changes it")
            .mutex("synchronized")
            .mutex("ReentrantReadWriteLock")
            .build(),
        contest("lifecycle-1-thread", "life", 1)
            .asks("What does the bookkeeping of one start, exit and restart cost?")
            .does("one thread; an operation is a whole life: started, exited, restarted")
            .mutex("synchronized")
            .mutex("ReentrantLock")
            .footprint(ProcessLife::structure)
            .build(),
        contest("mix-90-10-2-threads", "mix", 2)
            .asks("Which holder suits a supervisor that mostly reads the status?")
            .does(
                "two threads; every operation reads the snapshot, and 10 of a hundred then move the"
                    + " process one step through its life, trying again if the other was faster")
            .with("writePercent", "10")
            .mutex("synchronized")
            .mutex("ReentrantReadWriteLock")
            .build());
  }

  private static ContestBuilder contest(String name, String method, int threads) {
    return Contest.named("primitives/process-status-holder/" + name)
        .benchmark(ProcessLife.class, method)
        .threads(threads)
        .ours("ProcessStatusHolder");
  }
}
