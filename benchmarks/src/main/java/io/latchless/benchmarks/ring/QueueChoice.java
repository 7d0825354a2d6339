package io.latchless.benchmarks.ring;

import io.latchless.benchmarks.choice.Candidate;
import io.latchless.benchmarks.choice.Choice;
import io.latchless.benchmarks.choice.ChoiceSource;
import io.latchless.benchmarks.choice.StructureKind;
import java.util.List;

/** Who can carry elements from thread to thread. */
public final class QueueChoice implements ChoiceSource {
  @Override
  public Choice choice() {
    return new Choice(
        StructureKind.QUEUE,
        QueuePairs.class,
        "pair",
        "capacity",
        List.of(
            Candidate.ours(
                    Rings.MPMC,
                    "each end is claimed by one compare-and-set, and losers step aside for a moment")
                .canBeHeldUp(),
            Candidate.mutex(
                Rings.ARRAY_BLOCKING_QUEUE,
                "the lock's owner works from its own cache while others wait"),
            Candidate.alsoOurs(Rings.LOCK_FREE, "it alone goes on whichever thread stops"),
            Candidate.library(
                    Rings.JCTOOLS_VAR_HANDLE, "each end is claimed by one compare-and-set")
                .canBeHeldUp()),
        QueuePairs::structure);
  }
}
