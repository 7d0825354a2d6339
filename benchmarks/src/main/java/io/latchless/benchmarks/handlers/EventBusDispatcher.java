package io.latchless.benchmarks.handlers;

import com.google.common.eventbus.AllowConcurrentEvents;
import com.google.common.eventbus.EventBus;
import com.google.common.eventbus.Subscribe;

/**
 * Guava's event bus, which finds handlers by the class of the event: all topics are one to it. Its
 * callers queue what they post in a thread-local queue, and call handlers by reflection.
 */
@SuppressWarnings("UnstableApiUsage") // EventBus has been in beta since 2012
final class EventBusDispatcher implements Dispatcher {
  private final EventBus bus = new EventBus();

  /** What the bus can call; one object for each registration, or it would see them as one. */
  private static final class Listener {
    private final Handler handler;

    Listener(Handler handler) {
      this.handler = handler;
    }

    // Not to be serialized by a lock of the bus.
    @AllowConcurrentEvents
    @Subscribe
    public void on(DispatchTally tally) {
      handler.on(tally);
    }
  }

  @Override
  public Unsubscriber subscribe(String topic, Handler handler) {
    Listener listener = new Listener(handler);
    bus.register(listener);
    return () -> bus.unregister(listener);
  }

  @Override
  public void dispatch(String topic, DispatchTally tally) {
    bus.post(tally);
  }
}
