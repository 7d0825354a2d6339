package io.latchless.stress.rogues;

import io.latchless.stress.soak.BusRoguesTest;
import io.latchless.stress.subjects.CountedQueue;
import java.util.List;
import java.util.function.Consumer;

/** Ends with the bus, whatever is queued. */
@Rogue(
    trap = "workers leave while the queue is full: the events are lost",
    caughtBy = BusRoguesTest.class)
public final class QueueForgottenAtTheEnd extends CountedQueue {
  public QueueForgottenAtTheEnd(Consumer<? super List<Integer>> handler, Terms terms) {
    super(handler, terms);
  }

  @Override
  protected List<Integer> leftovers() {
    queue.clear();
    return List.of();
  }
}
