package io.latchless.stress.rogues;

import io.latchless.stress.soak.RequestRoguesTest;
import io.latchless.stress.subjects.TwoCopies;

/** Reads the second copy while a writer is updating it. */
@Rogue(
    trap = "a copy trusted one version too long: a writer is changing it",
    caughtBy = RequestRoguesTest.class)
public final class CopyReadWhileRewritten extends TwoCopies {
  @Override
  protected boolean isSecondStable(long before, long now) {
    return now <= (before | 1) + 1;
  }

  @Override
  protected boolean isCellAhead() {
    return false;
  }
}
