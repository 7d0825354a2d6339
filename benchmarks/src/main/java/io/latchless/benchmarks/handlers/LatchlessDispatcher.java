package io.latchless.benchmarks.handlers;

import io.latchless.registry.HandlerRegistry;

/** Adapts a {@link HandlerRegistry}. */
record LatchlessDispatcher(HandlerRegistry<String, Handler> registry) implements Dispatcher {
  @Override
  public Unsubscriber subscribe(String topic, Handler handler) {
    return registry.subscribe(topic, handler)::close;
  }

  @Override
  public void dispatch(String topic, DispatchTally tally) {
    registry.dispatch(topic, tally, Handler::on);
  }
}
