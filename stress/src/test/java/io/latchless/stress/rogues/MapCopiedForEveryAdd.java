package io.latchless.stress.rogues;

import io.latchless.stress.soak.RegistryRoguesTest;
import io.latchless.stress.subjects.CopiedMap;

/** Copies all entries for each one that is added. */
@Rogue(
    trap = "single adds by full copy: an update costs as much as the map is large",
    caughtBy = RegistryRoguesTest.class)
public final class MapCopiedForEveryAdd extends CopiedMap {}
