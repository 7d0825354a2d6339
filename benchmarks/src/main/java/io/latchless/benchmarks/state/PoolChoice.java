package io.latchless.benchmarks.state;

import io.latchless.benchmarks.choice.Candidate;
import io.latchless.benchmarks.choice.Choice;
import io.latchless.benchmarks.choice.ChoiceSource;
import io.latchless.benchmarks.choice.StructureKind;
import java.util.List;

/** Who can hold several fields that belong together. */
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
                "a reader follows one reference, and a loser of two writers steps aside for a"
                    + " moment"),
            Candidate.mutex(Pools.SYNCHRONIZED, "nothing is allocated, and the owner is soon done"),
            Candidate.mutex(Pools.LOCK, "a waiter is let in without a monitor's detours"),
            Candidate.mutex(
                Pools.STAMPED_LOCK, "readers write nothing as long as no writer is at it"),
            Candidate.jdk(
                Pools.REFERENCE, "a reader follows one reference, and a write is one new record"),
            Candidate.jdk(
                    Pools.SEPARATE, "nothing is allocated, and each field is changed by itself")
                .seenInParts()),
        (name, size) -> PoolUse.structure(name));
  }
}
