package io.latchless.stress.rogues;

import io.latchless.stress.soak.BusRoguesTest;
import io.latchless.stress.subjects.CountedQueue;
import java.util.List;
import java.util.function.Consumer;

/** Refuses new events once closed, and leaves its runner alone. */
@Rogue(
    trap = "a call of the handler after its subscription was closed with quiescence",
    caughtBy = BusRoguesTest.class)
public final class QueueThatRunsOn extends CountedQueue {
  public QueueThatRunsOn(Consumer<? super List<Integer>> handler, Terms terms) {
    super(handler, terms);
  }

  @Override
  public synchronized boolean closeAndAwaitQuiescence() {
    isClosed = true;
    return true;
  }
}
