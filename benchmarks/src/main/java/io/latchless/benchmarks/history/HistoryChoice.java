package io.latchless.benchmarks.history;

import io.latchless.benchmarks.choice.Candidate;
import io.latchless.benchmarks.choice.Choice;
import io.latchless.benchmarks.choice.ChoiceSource;
import io.latchless.benchmarks.choice.StructureKind;
import java.util.List;

/** The candidates for a log that keeps its newest elements. */
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
                    "a writer claims a number and a slot, and a reader takes no lock")
                .seenInParts()
                .cannot("show one moment, add without allocating"),
            Candidate.mutex(
                Histories.SYNCHRONIZED, "a circular array is quick to write and to copy"),
            Candidate.mutex(Histories.LOCK, "a circular array is quick to write and to copy"),
            Candidate.jdk(
                    Histories.DEQUE, "different threads can use its two ends at the same" + " time")
                .seenInParts()
                .cannot("show one moment, keep to its capacity, add without allocating")),
        HistoryUse::structure);
  }
}
