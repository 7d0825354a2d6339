package io.latchless.benchmarks.handlers;

import io.latchless.registry.HandlerCall;
import io.latchless.registry.HandlerRegistry;

/** The operations of a {@link HandlerRegistry}, for ours, the mutexes and the peers. */
interface Dispatcher {
  /** See {@link HandlerRegistry#subscribe(Object, Object)}. */
  Unsubscriber subscribe(String topic, Handler handler);

  /** See {@link HandlerRegistry#dispatch(Object, Object, HandlerCall)}. */
  void dispatch(String topic, DispatchTally tally);
}
