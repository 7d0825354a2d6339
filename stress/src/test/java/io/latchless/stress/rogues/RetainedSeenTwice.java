package io.latchless.stress.rogues;

import io.latchless.stress.soak.BusRoguesTest;
import io.latchless.stress.subjects.ListedTopic;
import java.util.List;
import java.util.function.IntConsumer;

/** Publishes to handlers that were added meanwhile, and have got the newest event. */
@Rogue(
    trap = "retained: registered, then looked up: an event is seen twice",
    caughtBy = BusRoguesTest.class)
public final class RetainedSeenTwice extends ListedTopic {
  @Override
  protected List<IntConsumer> recipients() {
    return handlers;
  }
}
