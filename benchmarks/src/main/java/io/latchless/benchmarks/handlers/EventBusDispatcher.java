package io.latchless.benchmarks.handlers;

import com.google.common.eventbus.AllowConcurrentEvents;
import com.google.common.eventbus.EventBus;
import com.google.common.eventbus.Subscribe;

/**
 * Guava's event bus, which finds handlers by the class of the event and so treats all topics as
 * one. A post goes through a thread-local queue, and handlers are called by reflection.
 */
@SuppressWarnings("UnstableApiUsage") // EventBus has been in beta since 2012
final class EventBusDispatcher implements Dispatcher {
  private final EventBus bus = new EventBus();

  /** The object that the bus calls. Each registration has its own, or the bus would merge them. */
  private static final class Listener {
    private final Handler handler;

    Listener(Handler handler) {
      this.handler = handler;
    }

    // Keeps the bus from serializing the calls with a lock.
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
