package io.latchless.stress.rogues;

import io.latchless.stress.soak.BusRoguesTest;
import io.latchless.stress.subjects.CountedQueue;
import java.util.List;
import java.util.function.Consumer;

/** Looks at the queue only, and not for publishers on their way to it. */
@Rogue(
    trap = "closing a bus: an event is accepted after the last look",
    caughtBy = BusRoguesTest.class)
public final class QueueClosedAfterALook extends CountedQueue {
  public QueueClosedAfterALook(Consumer<? super List<Integer>> handler, Terms terms) {
    super(handler, terms);
  }

  @Override
  protected boolean isIdle() {
    return queue.isEmpty();
  }
}
