package io.latchless.stress.rogues;

import io.latchless.eventbus.EventBus;
import io.latchless.eventbus.HandlerFailure;
import io.latchless.stress.soak.BusRoguesTest;
import io.latchless.stress.subjects.ListedBus;

/** Publishes each failure, also that of a handler of failures. */
@Rogue(trap = "failure events about failure events without end", caughtBy = BusRoguesTest.class)
public final class BusOfEndlessFailures extends ListedBus {
  @Override
  protected void failed(HandlerFailure failure) {
    publish(EventBus.FAILURES, failure);
  }
}
