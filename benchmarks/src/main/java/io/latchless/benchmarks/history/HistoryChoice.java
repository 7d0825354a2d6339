package io.latchless.benchmarks.history;

import io.latchless.benchmarks.choice.Candidate;
import io.latchless.benchmarks.choice.Choice;
import io.latchless.benchmarks.choice.ChoiceSource;
import io.latchless.benchmarks.choice.StructureKind;
import java.util.List;

/** Who can keep the newest elements of a log. */
public final class HistoryChoice implements ChoiceSource {
  @Override
  public Choice choice() {
    return new Choice(
        StructureKind.HISTORY,
        HistoryUse.class,
        "share",
        "capacity",
        List.of(
            Candidate.ours(
                    Histories.OURS,
                    "a writer takes a number and a slot, and a reader takes no lock")
                .seenInParts(),
            Candidate.mutex(
                Histories.SYNCHRONIZED, "a circular array is soon written to and soon copied"),
            Candidate.mutex(Histories.LOCK, "a circular array is soon written to and soon copied"),
            Candidate.jdk(Histories.DEQUE, "both ends are free to different threads")
                .seenInParts()),
        HistoryUse::structure);
  }
}
