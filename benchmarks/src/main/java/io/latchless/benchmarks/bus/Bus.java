package io.latchless.benchmarks.bus;

import io.latchless.benchmarks.handlers.DispatchTally;

/** A bus with one topic, whose subscribers are given when it is created. */
interface Bus {
  /** Publishes an event to every subscriber. */
  void publish(DispatchTally event) throws InterruptedException;

  /** Ends the threads of the bus; events may be lost. Nothing is published any more. */
  default void stop() throws InterruptedException {}
}
