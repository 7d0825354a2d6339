package io.latchless.benchmarks.bus;

import java.util.concurrent.BlockingQueue;

/** What a publisher does at a full queue. */
enum WhenFull {
  /** Waits for space. */
  WAIT,

  /** Drops the event. */
  DROP;

  /** Adds an element unless it is dropped. */
  <T> void put(BlockingQueue<T> queue, T element) throws InterruptedException {
    if (this == WAIT) {
      queue.put(element);
    } else {
      var unused = queue.offer(element);
    }
  }
}
