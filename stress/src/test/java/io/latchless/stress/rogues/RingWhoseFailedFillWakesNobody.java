package io.latchless.stress.rogues;

import io.latchless.stress.freeze.ThawRoguesTest;
import io.latchless.stress.subjects.WaitingList;
import io.latchless.stress.subjects.WaitingRing;

/** A supplier that throws gives the room back that was claimed for it, and tells no producer. */
@Rogue(
    trap = "a fill whose supplier throws: a producer stays parked beside the room it gave back",
    caughtBy = ThawRoguesTest.class)
public final class RingWhoseFailedFillWakesNobody extends WaitingRing {
  /** With room for so many elements. */
  public RingWhoseFailedFillWakesNobody(int capacity) {
    super(capacity, WaitingList::ofOurs);
  }

  @Override
  protected void roomGivenBack() {}
}
