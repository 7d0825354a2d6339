package io.latchless.benchmarks.map;

import io.latchless.benchmarks.choice.Candidate;
import io.latchless.benchmarks.choice.Choice;
import io.latchless.benchmarks.choice.ChoiceSource;
import io.latchless.benchmarks.choice.StructureKind;
import java.util.List;

/** The candidates for a map. */
public final class MapChoice implements ChoiceSource {
  @Override
  public Choice choice() {
    return new Choice(
        StructureKind.MAP,
        MapUse.class,
        "share",
        "entries",
        List.of(
            Candidate.ours(
                    SharedMaps.OURS,
                    "a lookup takes no lock, and a change copies the path to one entry")
                .cannot("change without allocating"),
            Candidate.mutex(
                SharedMaps.SYNCHRONIZED, "uncontended, a monitor costs little more than an atomic"),
            Candidate.mutex(SharedMaps.READ_WRITE_LOCK, "readers need not wait for each other"),
            Candidate.jdk(
                    SharedMaps.CONCURRENT,
                    "readers take no lock, and a writer locks one bin and copies nothing")
                .seenInParts()
                .canBeHeldUp()
                .cannot(
                    "show one moment, batch changes, number versions, notify, go on past a stopped writer"),
            Candidate.jdk(
                    SharedMaps.COPIED,
                    "a lookup takes no lock, and so small a map is quick to copy")
                .cannot("list differences, number versions, notify listeners")),
        MapUse::structure);
  }
}
