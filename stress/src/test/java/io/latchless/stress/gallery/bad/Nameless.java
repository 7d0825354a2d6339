package io.latchless.stress.gallery.bad;

import io.latchless.stress.gallery.GalleryTest;
import io.latchless.stress.rogues.Rogue;

/** Does not name its trap. */
@Rogue(trap = " ", caughtBy = GalleryTest.class)
final class Nameless {}
