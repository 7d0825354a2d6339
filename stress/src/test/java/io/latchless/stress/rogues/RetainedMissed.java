package io.latchless.stress.rogues;

import io.latchless.stress.soak.BusRoguesTest;
import io.latchless.stress.subjects.RetainedSubject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Gives a handler the newest event first and registers it second. */
@Rogue(
    trap = "retained: looked up, then registered: an event is missed",
    caughtBy = BusRoguesTest.class)
public final class RetainedMissed implements RetainedSubject {
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
    handler.accept(latest);
    handlers.add(handler);
  }
}
