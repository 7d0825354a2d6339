package io.latchless.stress.rogues;

import io.latchless.stress.soak.BusRoguesTest;
import io.latchless.stress.subjects.StartSubject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Replays the log, empties it, and then goes live. */
@Rogue(
    trap = "between the end of the log and the start, an event is lost",
    caughtBy = BusRoguesTest.class)
public final class StartThatLosesEvents implements StartSubject {
  private final List<Integer> log = new ArrayList<>();
  private final IntConsumer handler;
  private boolean isLive;

  public StartThatLosesEvents(IntConsumer handler) {
    this.handler = handler;
  }

  @Override
  public void publish(int event) {
    if (isLive) {
      handler.accept(event);
    } else {
      log.add(event);
    }
  }

  @Override
  public void start() {
    List.copyOf(log).forEach(handler::accept);
    log.clear();
    isLive = true;
  }
}
