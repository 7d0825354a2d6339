package io.latchless.stress.rogues;

import io.latchless.stress.soak.BusRoguesTest;
import io.latchless.stress.subjects.CountedQueue;
import java.util.List;
import java.util.function.Consumer;

/** Lets each publisher wait for room, also one that runs a handler. */
@Rogue(
    trap = "the handler of A waits for room in B's queue while that of B waits for room in A's",
    caughtBy = BusRoguesTest.class)
public final class QueueThatBlocksHandlers extends CountedQueue {
  public QueueThatBlocksHandlers(Consumer<? super List<Integer>> handler, Terms terms) {
    super(handler, terms);
  }

  @Override
  protected synchronized boolean makeRoom() {
    try {
      while (queue.size() == terms.capacity()) {
        wait();
      }
      return true;
    } catch (InterruptedException interrupt) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
