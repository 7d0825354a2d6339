package io.latchless.benchmarks.handlers;

/** The JDK's concurrent map of its copy-on-write lists. */
final class ListDispatcher implements Dispatcher {
  private final CopyOnWriteLists<Handler> handlers = new CopyOnWriteLists<>();

  @Override
  public Unsubscriber subscribe(String topic, Handler handler) {
    return handlers.add(topic, handler);
  }

  @Override
  public void dispatch(String topic, DispatchTally tally) {
    for (Handler handler : handlers.of(topic)) {
      handler.on(tally);
    }
  }
}
