package io.latchless.stress.rogues;

import io.latchless.stress.soak.AccountingRoguesTest;
import io.latchless.stress.subjects.TicketRing;

/** Enqueues an index without resetting the threshold, below which dequeuers give up. */
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
