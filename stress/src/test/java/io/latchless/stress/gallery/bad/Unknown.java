package io.latchless.stress.gallery.bad;

import io.latchless.stress.gallery.GalleryTest;
import io.latchless.stress.rogues.Rogue;

/** Is mentioned in no test. */
@Rogue(trap = "a trap", caughtBy = GalleryTest.class)
final class Unknown {}
