package io.latchless.stress.rogues;

import io.latchless.eventbus.DeadEvent;
import io.latchless.stress.soak.BusRoguesTest;
import io.latchless.stress.subjects.ListedBus;

/** Tells nothing of an event whose last recipient has gone. */
@Rogue(
    trap = "an event vanishes once its only recipient has unsubscribed",
    caughtBy = BusRoguesTest.class)
public final class BusThatLosesTheDead extends ListedBus {
  @Override
  protected void dead(DeadEvent event) {}
}
