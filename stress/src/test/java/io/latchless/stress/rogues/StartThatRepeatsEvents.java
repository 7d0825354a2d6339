package io.latchless.stress.rogues;

import io.latchless.stress.soak.BusRoguesTest;
import io.latchless.stress.subjects.StartSubject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Adds an event to the log, and then looks whether the bus is live. */
@Rogue(
    trap = "between the end of the log and the start, an event is replayed that was handled",
    caughtBy = BusRoguesTest.class)
public final class StartThatRepeatsEvents implements StartSubject {
  private final List<Integer> log = new ArrayList<>();
  private final IntConsumer handler;
  private boolean isLive;

  public StartThatRepeatsEvents(IntConsumer handler) {
    this.handler = handler;
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
    for (int i = 0; i < log.size(); i++) {
      handler.accept(log.get(i));
    }
  }
}
