package io.latchless.benchmarks.history;

import io.latchless.benchmarks.contest.Catalogue;
import io.latchless.benchmarks.contest.Contest;
import io.latchless.benchmarks.contest.ContestBuilder;
import java.util.List;

/** Contests of {@code OverwritingRingBuffer}. */
public final class OverwritingContests implements Catalogue {
  private static final int KEPT_ELEMENTS = 1_024;
  private static final String KEPT = "; the newest 1,024 elements are kept";

  @Override
  public List<Contest> contests() {
    return List.of(
        contest("write-2-threads", "add")
            .asks("Which history is fastest when two threads do nothing but write?")
            .does("two threads add elements, with no work in between" + KEPT)
            .threads(2)
            .latency()
            .footprint(subject -> HistoryUse.structure(subject, KEPT_ELEMENTS))
            .build(),
        contest("write-1-thread", "add")
            .asks("What does writing to a history cost without contention?")
            .does("one thread adds elements" + KEPT)
            .threads(1)
            .build(),
        contest("write-8-threads", "add")
            .asks("How do writers perform with more threads than cores?")
            .does("eight threads add elements, with no work in between" + KEPT)
            .threads(8)
            .build(),
        contest("write-2-threads-read-1", "add")
            .asks("How fast do two writers write beside a reader?")
            .does(
                "two threads add elements, and only their adds are counted; a third reads the"
                    + " newest 100 all the time; bytes are those of all three threads")
            .with("backgroundReaders", "1")
            .threads(2)
            .build(),
        contest("read-1-thread-write-2", "newest")
            .asks("How often can a reader read the newest elements beside two writers?")
            .does(
                "one thread reads the newest 100 elements, and only its reads are counted; two add"
                    + " elements all the time; bytes are those of all three threads")
            .with("backgroundWriters", "2")
            .threads(1)
            .build());
  }

  private static ContestBuilder contest(String name, String method) {
    return Contest.named("ringbuffer/overwriting/" + name)
        .benchmark(HistoryUse.class, method)
        .ours(Histories.OURS)
        .mutex(Histories.SYNCHRONIZED)
        .mutex(Histories.LOCK)
        .peer(Histories.DEQUE);
  }
}
