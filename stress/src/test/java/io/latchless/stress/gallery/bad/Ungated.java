package io.latchless.stress.gallery.bad;

import io.latchless.stress.jcstress.JcstressGateTest;
import io.latchless.stress.rogues.Rogue;

/** Is left to the gate, which does not find it. */
@Rogue(trap = "a trap", caughtBy = JcstressGateTest.class)
final class Ungated {}
