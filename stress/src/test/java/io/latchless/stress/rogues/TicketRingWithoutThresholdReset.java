package io.latchless.stress.rogues;

import io.latchless.stress.soak.AccountingRoguesTest;
import io.latchless.stress.subjects.TicketRing;

/** Puts an index in and does not tell the takers, who have given up looking. */
@Rogue(
    trap = "SCQ without the threshold reset: empty once, empty for ever",
    caughtBy = AccountingRoguesTest.class)
public final class TicketRingWithoutThresholdReset extends TicketRing {
  public TicketRingWithoutThresholdReset(int capacity) {
    super(capacity);
  }

  @Override
  protected void resetThreshold() {}
}
