package io.latchless.stress.rogues;

import io.latchless.stress.soak.AccountingRoguesTest;
import io.latchless.stress.subjects.TicketRing;

/**
 * Does not mark a slot that a dequeuer has passed: an index is stored where no dequeuer returns.
 */
@Rogue(
    trap = "SCQ without the safe bit: an index is enqueued behind the dequeuers",
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
