package io.latchless.stress.rogues;

import io.latchless.stress.soak.AccountingRoguesTest;
import io.latchless.stress.subjects.TicketRing;

/** Leaves no mark in a slot that it has given up, and an index is put where nobody comes again. */
@Rogue(
    trap = "SCQ without the safe bit: an index is put behind the takers",
    caughtBy = AccountingRoguesTest.class)
public final class TicketRingWithoutSafeBit extends TicketRing {
  public TicketRingWithoutSafeBit(int capacity) {
    super(capacity);
  }

  @Override
  protected int safeBitOfPassed(int before) {
    return before;
  }
}
