package io.latchless.stress.rogues;

import io.latchless.stress.soak.BusRoguesTest;
import io.latchless.stress.subjects.LoggedStart;
import java.util.function.IntConsumer;

/** Adds an event to the log, and then looks whether the bus is live. */
@Rogue(
    trap = "between the end of the log and the start, an event is replayed that was handled",
    caughtBy = BusRoguesTest.class)
public final class StartThatRepeatsEvents extends LoggedStart {
  public StartThatRepeatsEvents(IntConsumer handler) {
    super(handler);
  }

  @Override
  public void publish(int event) {
    log.add(event);
    if (isLive) {
      handler.accept(event);
    }
  }

  @Override
  public void start() {
    isLive = true;
    super.start();
  }
}
