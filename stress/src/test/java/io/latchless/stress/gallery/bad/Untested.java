package io.latchless.stress.gallery.bad;

import io.latchless.stress.rogues.Rogue;

/** Is caught by what is not a test. */
@Rogue(trap = "a trap", caughtBy = String.class)
final class Untested {}
