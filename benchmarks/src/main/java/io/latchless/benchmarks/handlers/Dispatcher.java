package io.latchless.benchmarks.handlers;

import io.latchless.registry.HandlerRegistry;

/** What a {@link HandlerRegistry} does, for ours, the mutexes and the peers alike. */
interface Dispatcher {
  /** See {@link HandlerRegistry#subscribe(Object, Object)}. */
  Unsubscriber subscribe(String topic, Handler handler);

  /** See {@link HandlerRegistry#dispatch(Object, Object, java.util.function.BiConsumer)}. */
  void dispatch(String topic, DispatchTally tally);
}
