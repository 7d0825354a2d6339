package io.latchless.benchmarks.status;

import io.latchless.benchmarks.choice.Candidate;
import io.latchless.benchmarks.choice.Choice;
import io.latchless.benchmarks.choice.ChoiceSource;
import io.latchless.benchmarks.choice.StructureKind;
import java.util.List;

/** The candidates for a status. */
public final class StatusChoice implements ChoiceSource {
  @Override
  public Choice choice() {
    return new Choice(
        StructureKind.STATUS,
        StatusTransition.class,
        "share",
        null,
        List.of(
            Candidate.ours(
                    "AtomicStatus",
                    "a read is one load of one word, and writers back off after a lost"
                        + " compare-and-set")
                .cannot("carry data, wait, notify listeners"),
            Candidate.mutex(
                "synchronized", "uncontended, a monitor costs little more than an atomic"),
            Candidate.mutex(
                "ReentrantLock", "waiting threads park and leave the core to the" + " owner"),
            Candidate.mutex("StampedLock", "readers write nothing unless a writer is active"),
            Candidate.jdk("naive CAS", "a read is one load of one word, and writes are rare")
                .cannot("carry data, wait, notify listeners")),
        (name, size) -> StatusTransition.structure(name));
  }
}
