package io.latchless.stress.rogues;

import io.latchless.stress.soak.BusRoguesTest;
import io.latchless.stress.subjects.RetainedSubject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Registers a handler first and gives it the newest event second, which it may have got by then.
 */
@Rogue(
    trap = "retained: registered, then looked up: an event is seen twice",
    caughtBy = BusRoguesTest.class)
public final class RetainedSeenTwice implements RetainedSubject {
  private final List<IntConsumer> handlers = new ArrayList<>();
  private int latest;

  @Override
  public void publish(int event) {
    latest = event;
    for (int i = 0; i < handlers.size(); i++) {
      handlers.get(i).accept(event);
    }
  }

  @Override
  public void subscribe(IntConsumer handler) {
    handlers.add(handler);
  }

  @Override
  public void subscribeWithLatest(IntConsumer handler) {
    handlers.add(handler);
    handler.accept(latest);
  }
}
