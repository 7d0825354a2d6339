package io.latchless.stress.rogues;

import io.latchless.stress.soak.BusRoguesTest;
import io.latchless.stress.subjects.LoggedStart;
import java.util.function.IntConsumer;

/** Goes live, and then publishes what was kept. */
@Rogue(
    trap = "a start that publishes the log again: live events overtake it",
    caughtBy = BusRoguesTest.class)
public final class StartThatPublishesAgain extends LoggedStart {
  public StartThatPublishesAgain(IntConsumer handler) {
    super(handler);
  }

  @Override
  public void start() {
    isLive = true;
    log.forEach(this::publish);
  }
}
