package io.latchless.stress.rogues;

import io.latchless.stress.soak.BusRoguesTest;
import io.latchless.stress.subjects.CountedQueue;
import java.util.List;
import java.util.function.Consumer;

/** Calls the handler on the thread that waits for the event to be handled. */
@Rogue(
    trap = "publishing and waiting runs a handler beside its runner",
    caughtBy = BusRoguesTest.class)
public final class QueueHandledByItsPublisher extends CountedQueue {
  public QueueHandledByItsPublisher(Consumer<? super List<Integer>> handler, Terms terms) {
    super(handler, terms);
  }

  @Override
  public void publishAndAwait(int event) {
    handler.accept(List.of(event));
  }
}
