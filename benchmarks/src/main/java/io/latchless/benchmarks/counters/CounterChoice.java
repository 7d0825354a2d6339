package io.latchless.benchmarks.counters;

import io.latchless.benchmarks.choice.Candidate;
import io.latchless.benchmarks.choice.Choice;
import io.latchless.benchmarks.choice.ChoiceSource;
import io.latchless.benchmarks.choice.StructureKind;
import java.util.List;

/** The candidates for a counter. */
public final class CounterChoice implements ChoiceSource {
  @Override
  public Choice choice() {
    return new Choice(
        StructureKind.COUNTER,
        CounterUse.class,
        "share",
        null,
        List.of(
            Candidate.ours(SharedCounters.OURS, "contending threads spread over words of their own")
                .seenInParts()
                .cannot("keep to one word of memory"),
            Candidate.mutex(
                SharedCounters.SYNCHRONIZED,
                "uncontended, a monitor costs little more than an atomic"),
            Candidate.mutex(
                SharedCounters.LOCK, "waiting threads park and leave the core to the owner"),
            Candidate.jdk(
                SharedCounters.ATOMIC_LONG, "a reader reads one word, not one for each thread"),
            Candidate.jdk(
                    SharedCounters.LONG_ADDER, "contending threads spread over words of their own")
                .seenInParts()
                .cannot("reset without losing counts")),
        (name, size) -> CounterUse.structure(name));
  }
}
