package io.latchless.benchmarks.ring;

import java.util.Queue;

/** Waits while a queue is full or empty, or reports to be so. */
final class Patience {
  /**
   * The number of spins before a thread yields its core, which the other side may be waiting for.
   */
  private static final int SPINS = 64;

  private Patience() {}

  @SuppressWarnings("ThreadPriorityCheck") // only affects speed
  static void stepAside(int tries) {
    if (tries < SPINS) {
      Thread.onSpinWait();
    } else {
      Thread.yield();
    }
  }

  /** Puts an element into a queue that has space, or will have. */
  static <E> void put(Queue<E> queue, E element) {
    for (int tries = 0; !queue.offer(element); tries++) {
      stepAside(tries);
    }
  }

  /** Takes an element from a queue that has one, or will have. */
  static <E> E take(Queue<E> queue) {
    E taken = queue.poll();
    for (int tries = 0; taken == null; tries++) {
      stepAside(tries);
      taken = queue.poll();
    }
    return taken;
  }
}
