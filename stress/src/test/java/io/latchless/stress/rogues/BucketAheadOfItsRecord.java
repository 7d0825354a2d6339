package io.latchless.stress.rogues;

import io.latchless.stress.soak.RequestRoguesTest;
import io.latchless.stress.subjects.TwoCopies;

/** Counts a record in its bucket before the record is published. */
@Rogue(
    trap = "a bucket written before its record is published: more in the histogram than requests",
    caughtBy = RequestRoguesTest.class)
public final class BucketAheadOfItsRecord extends TwoCopies {
  @Override
  protected boolean isStillPublished(long published, long now) {
    return now <= published + 2;
  }

  @Override
  protected long inCell(long before, long after) {
    return after;
  }
}
