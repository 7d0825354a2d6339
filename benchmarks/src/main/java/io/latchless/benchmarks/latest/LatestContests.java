package io.latchless.benchmarks.latest;

import io.latchless.benchmarks.contest.Catalogue;
import io.latchless.benchmarks.contest.Contest;
import java.util.List;

/** Contests of {@code Latest}. */
public final class LatestContests implements Catalogue {
  @Override
  public List<Contest> contests() {
    return List.of(
        Contest.named("primitives/latest/publish-read-1x1")
            .asks("What does it cost to publish and read the latest of a stream of values?")
            .does(
                "one thread publishes and one reads, both without pause; each counts as one"
                    + " operation; the volatile field neither numbers values nor wakes waiters")
            .benchmark(LatestFeed.class, "feed")
            .group("publish", 1)
            .group("read", 1)
            .ours("Latest")
            .mutex("synchronized")
            .mutex("ReentrantReadWriteLock")
            .peer("volatile field")
            .footprint(LatestFeed::structure)
            .build());
  }
}
