package io.latchless.stress.rogues;

import io.latchless.stress.soak.BusRoguesTest;
import io.latchless.stress.subjects.LoggedStart;
import java.util.List;
import java.util.function.IntConsumer;

/** Replays the log as it was when the bus was started. */
@Rogue(
    trap = "between the end of the log and the start, an event is lost",
    caughtBy = BusRoguesTest.class)
public final class StartThatLosesEvents extends LoggedStart {
  public StartThatLosesEvents(IntConsumer handler) {
    super(handler);
  }

  @Override
  public void start() {
    List.copyOf(log).forEach(handler::accept);
    isLive = true;
  }
}
