package io.latchless.benchmarks.lazy;

import io.latchless.benchmarks.contest.Catalogue;
import io.latchless.benchmarks.contest.Contest;
import java.util.List;

/** Contests of {@code Lazy}. */
public final class LazyContests implements Catalogue {
  @Override
  public List<Contest> contests() {
    return List.of(
        Contest.named("primitives/lazy/read-2-threads")
            .asks("What does reading an initialized lazy value cost?")
            .does(
                "two threads read a value that has been made; the holder idiom is a constant by"
                    + " then, but allows one value per class")
            .benchmark(LazyRead.class)
            .threads(2)
            .ours("Lazy")
            .mutex("synchronized")
            .mutex("ReentrantLock")
            .peer("double-checked locking")
            .peer("holder idiom")
            .footprint(LazyRead::lazy)
            .build());
  }
}
