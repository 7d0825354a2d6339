package io.latchless.stress.gallery.bad;

import io.latchless.stress.rogues.Rogue;

/** Names a class that is not a test. */
@Rogue(trap = "a trap", caughtBy = String.class)
final class Untested {}
