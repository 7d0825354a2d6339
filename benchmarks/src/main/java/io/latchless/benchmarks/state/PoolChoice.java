package io.latchless.benchmarks.state;

import io.latchless.benchmarks.choice.Candidate;
import io.latchless.benchmarks.choice.Choice;
import io.latchless.benchmarks.choice.ChoiceSource;
import io.latchless.benchmarks.choice.StructureKind;
import java.util.List;

/** The candidates for a record of several related fields. */
public final class PoolChoice implements ChoiceSource {
  @Override
  public Choice choice() {
    return new Choice(
        StructureKind.RECORD,
        PoolUse.class,
        "share",
        null,
        List.of(
            Candidate.ours(
                    Pools.OURS,
                    "a reader follows one reference, and a writer backs off after a lost"
                        + " compare-and-set")
                .cannot("change without allocating"),
            Candidate.mutex(
                Pools.SYNCHRONIZED, "nothing is allocated, and the critical section is" + " short"),
            Candidate.mutex(Pools.LOCK, "a waiting thread enters without the detours of a monitor"),
            Candidate.mutex(Pools.STAMPED_LOCK, "readers write nothing unless a writer is active"),
            Candidate.jdk(
                    Pools.REFERENCE,
                    "a reader follows one reference, and a write is one new record")
                .cannot("number versions, notify listeners in order"),
            Candidate.jdk(
                    Pools.SEPARATE, "nothing is allocated, and each field changes independently")
                .seenInParts()
                .cannot("show one moment, number versions, notify listeners")),
        (name, size) -> PoolUse.structure(name));
  }
}
