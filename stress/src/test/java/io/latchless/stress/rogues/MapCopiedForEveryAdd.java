package io.latchless.stress.rogues;

import io.latchless.stress.soak.RegistryRoguesTest;
import io.latchless.stress.subjects.CopiedMap;

/** Copies all entries for each added one. */
@Rogue(
    trap = "single adds by full copy: the cost of an update grows with the map",
    caughtBy = RegistryRoguesTest.class)
public final class MapCopiedForEveryAdd extends CopiedMap {}
