package io.latchless.stress.subjects;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** A retained topic for one thread. A new handler is registered, and then gets the newest event. */
public class ListedTopic implements RetainedSubject {
  protected final List<IntConsumer> handlers = new ArrayList<>();
  protected int latest;

  @Override
  public final void publish(int event) {
    latest = event;
    List<IntConsumer> recipients = recipients();
    for (int i = 0; i < recipients.size(); i++) {
      recipients.get(i).accept(event);
    }
  }

  /** Returns the handlers that exist when an event is published. */
  protected List<IntConsumer> recipients() {
    return List.copyOf(handlers);
  }

  @Override
  public final void subscribe(IntConsumer handler) {
    handlers.add(handler);
  }

  @Override
  public void subscribeWithLatest(IntConsumer handler) {
    handlers.add(handler);
    handler.accept(latest);
  }
}
