package io.latchless.stress.rogues;

import io.latchless.stress.soak.BusRoguesTest;
import io.latchless.stress.subjects.ListedTopic;
import java.util.function.IntConsumer;

/** Gives a handler the newest event first and registers it second. */
@Rogue(
    trap = "retained: looked up, then registered: an event is missed",
    caughtBy = BusRoguesTest.class)
public final class RetainedMissed extends ListedTopic {
  @Override
  public void subscribeWithLatest(IntConsumer handler) {
    handler.accept(latest);
    handlers.add(handler);
  }
}
