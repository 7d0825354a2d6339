package io.latchless.benchmarks.process;

import io.latchless.benchmarks.choice.Candidate;
import io.latchless.benchmarks.choice.Choice;
import io.latchless.benchmarks.choice.ChoiceSource;
import io.latchless.benchmarks.choice.StructureKind;
import java.util.List;

/** The candidates for the status of a process with its times and exit code. */
public final class ProcessChoice implements ChoiceSource {
  @Override
  public Choice choice() {
    return new Choice(
        StructureKind.PROCESS,
        ProcessLife.class,
        "share",
        null,
        List.of(
            Candidate.ours(
                    "ProcessStatusHolder", "a read follows one reference to the whole" + " state")
                .cannot("change without allocating"),
            Candidate.mutex(
                "synchronized", "uncontended, a monitor costs little more than an atomic"),
            Candidate.mutex("ReentrantReadWriteLock", "readers need not wait for each other"),
            Candidate.mutex("StampedLock", "readers write nothing unless a writer is active")),
        (name, size) -> ProcessLife.structure(name));
  }
}
