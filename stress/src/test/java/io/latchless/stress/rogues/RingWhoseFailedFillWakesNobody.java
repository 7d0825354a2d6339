package io.latchless.stress.rogues;

import io.latchless.stress.freeze.ThawRoguesTest;
import io.latchless.stress.subjects.WaitingList;
import io.latchless.stress.subjects.WaitingRing;

/** Gives back the room claimed for a supplier that threw, but wakes no producer. */
@Rogue(
    trap = "a fill whose supplier throws: a producer stays parked although room was given back",
    caughtBy = ThawRoguesTest.class)
public final class RingWhoseFailedFillWakesNobody extends WaitingRing {
  /** Creates a ring with the given capacity. */
  public RingWhoseFailedFillWakesNobody(int capacity) {
    super(capacity, WaitingList::ofOurs);
  }

  @Override
  protected void roomGivenBack() {}
}
