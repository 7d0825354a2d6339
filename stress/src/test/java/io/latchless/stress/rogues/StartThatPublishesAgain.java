package io.latchless.stress.rogues;

import io.latchless.stress.soak.BusRoguesTest;
import io.latchless.stress.subjects.StartSubject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Goes live, and then publishes what was kept. */
@Rogue(
    trap = "a start that publishes the log again: live events overtake it",
    caughtBy = BusRoguesTest.class)
public final class StartThatPublishesAgain implements StartSubject {
  private final List<Integer> log = new ArrayList<>();
  private final IntConsumer handler;
  private boolean isLive;

  public StartThatPublishesAgain(IntConsumer handler) {
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
    isLive = true;
    log.forEach(this::publish);
  }
}
