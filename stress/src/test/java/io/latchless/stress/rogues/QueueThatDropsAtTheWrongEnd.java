package io.latchless.stress.rogues;

import io.latchless.stress.soak.BusRoguesTest;
import io.latchless.stress.subjects.CountedQueue;
import java.util.List;
import java.util.function.Consumer;

/** Makes room for a new event at the end at which the newest ones are. */
@Rogue(trap = "the newest event dropped while the oldest is meant", caughtBy = BusRoguesTest.class)
public final class QueueThatDropsAtTheWrongEnd extends CountedQueue {
  public QueueThatDropsAtTheWrongEnd(Consumer<? super List<Integer>> handler, Terms terms) {
    super(handler, terms);
  }

  @Override
  protected boolean makeRoom() {
    queue.removeLast();
    drop();
    return true;
  }
}
