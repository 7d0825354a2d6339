package io.latchless.benchmarks.bus;

import java.util.Map;

/** A bus with one topic of requests, whose responders are given when it is created. */
interface RequestBus {
  /** Asks all responders, waits for all of them, and returns their answers by their names. */
  Map<String, Long> ask(long question) throws InterruptedException;

  /** Ends the threads of the bus. */
  void stop() throws InterruptedException;
}
