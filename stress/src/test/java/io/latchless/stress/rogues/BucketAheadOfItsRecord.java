package io.latchless.stress.rogues;

import io.latchless.stress.soak.RequestRoguesTest;
import io.latchless.stress.subjects.TwoCopies;

/** Counts a record in its bucket before the record is published. */
@Rogue(
    trap = "a bucket written before its record is published: more in the histogram than requests",
    caughtBy = RequestRoguesTest.class)
public final class BucketAheadOfItsRecord extends TwoCopies {
  @Override
  protected boolean isSecondStable(long before, long now) {
    return now <= (before | 1);
  }

  @Override
  protected boolean isCellAhead() {
    return true;
  }
}
