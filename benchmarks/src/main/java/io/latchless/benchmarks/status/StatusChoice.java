package io.latchless.benchmarks.status;

import io.latchless.benchmarks.choice.Candidate;
import io.latchless.benchmarks.choice.Choice;
import io.latchless.benchmarks.choice.ChoiceSource;
import io.latchless.benchmarks.choice.StructureKind;
import java.util.List;

/** Who can hold a status. */
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
                "a look is one read of one word, and losers of two writers step aside for a moment"),
            Candidate.mutex(
                "synchronized", "uncontended, a monitor costs little more than an atomic"),
            Candidate.mutex("ReentrantLock", "its waiters park and leave the core to the owner"),
            Candidate.mutex("StampedLock", "readers write nothing as long as no writer is at it"),
            Candidate.jdk(
                "naive CAS", "a look is one read of one word, and nobody else writes often")),
        (name, size) -> StatusTransition.structure(name));
  }
}
