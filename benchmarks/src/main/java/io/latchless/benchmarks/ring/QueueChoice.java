package io.latchless.benchmarks.ring;

import io.latchless.benchmarks.choice.Candidate;
import io.latchless.benchmarks.choice.Choice;
import io.latchless.benchmarks.choice.ChoiceSource;
import io.latchless.benchmarks.choice.StructureKind;
import java.util.List;

/** The candidates for a bounded queue. */
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
                    "each end is claimed by one compare-and-set, with back-off after a lost one")
                .canBeHeldUp()
                .cannot("wait for room or elements, go on while an element is half in or out"),
            Candidate.mutex(
                Rings.ARRAY_BLOCKING_QUEUE,
                "the lock's owner works from its own cache while others wait"),
            Candidate.alsoOurs(Rings.LOCK_FREE, "it alone makes progress if any one thread stops")
                .cannot("wait for room or elements"),
            Candidate.library(
                    Rings.JCTOOLS_VAR_HANDLE, "each end is claimed by one compare-and-set")
                .canBeHeldUp()
                .cannot("wait for room or elements, go on while an element is half in or out")),
        QueuePairs::structure);
  }
}
