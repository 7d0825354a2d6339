package io.latchless.stress.subjects;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** A bus for one thread that replays its log to the end before it goes live. */
public class LoggedStart implements StartSubject {
  protected final List<Integer> log = new ArrayList<>();
  protected final IntConsumer handler;
  protected boolean isLive;

  public LoggedStart(IntConsumer handler) {
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
    for (int i = 0; i < log.size(); i++) { // the handler may add to the log
      handler.accept(log.get(i));
    }
    isLive = true;
  }
}
