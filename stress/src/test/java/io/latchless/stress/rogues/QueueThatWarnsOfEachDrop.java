package io.latchless.stress.rogues;

import io.latchless.stress.soak.BusRoguesTest;
import io.latchless.stress.subjects.CountedQueue;
import java.util.List;
import java.util.function.Consumer;

/** Reports a slow subscription with each event that it drops. */
@Rogue(
    trap = "one warning of a slow subscription for each dropped event",
    caughtBy = BusRoguesTest.class)
public final class QueueThatWarnsOfEachDrop extends CountedQueue {
  public QueueThatWarnsOfEachDrop(Consumer<? super List<Integer>> handler, Terms terms) {
    super(handler, terms);
  }

  @Override
  protected void drop() {
    super.drop();
    warn();
  }
}
