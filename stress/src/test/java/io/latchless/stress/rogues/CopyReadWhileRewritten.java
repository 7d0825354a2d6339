package io.latchless.stress.rogues;

import io.latchless.stress.soak.RequestRoguesTest;
import io.latchless.stress.subjects.TwoCopies;

/** Lets a reader go while the writer after the next publication is at work in its copy. */
@Rogue(
    trap = "a copy trusted one version too long: the next writer but one is in it",
    caughtBy = RequestRoguesTest.class)
public final class CopyReadWhileRewritten extends TwoCopies {
  @Override
  protected boolean isStillPublished(long published, long now) {
    return now <= published + 3;
  }

  @Override
  protected long inCell(long before, long after) {
    return before;
  }
}
