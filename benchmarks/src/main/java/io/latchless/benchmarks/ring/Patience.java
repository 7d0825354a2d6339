package io.latchless.benchmarks.ring;

import java.util.Queue;

/** What a thread does whose queue is full or empty, or says so. */
final class Patience {
  /** Then the core is given up: the other side may be waiting for one. */
  private static final int SPINS = 64;

  private Patience() {}

  @SuppressWarnings("ThreadPriorityCheck") // a matter of speed alone
  static void stepAside(int tries) {
    if (tries < SPINS) {
      Thread.onSpinWait();
    } else {
      Thread.yield();
    }
  }

  /** Puts an element into a queue in which there is room, or will be. */
  static <E> void put(Queue<E> queue, E element) {
    for (int tries = 0; !queue.offer(element); tries++) {
      stepAside(tries);
    }
  }

  /** Takes an element from a queue in which there is one, or will be. */
  static <E> E take(Queue<E> queue) {
    E taken = queue.poll();
    for (int tries = 0; taken == null; tries++) {
      stepAside(tries);
      taken = queue.poll();
    }
    return taken;
  }
}
