package io.latchless.stress.rogues;

import io.latchless.stress.soak.BusRoguesTest;
import io.latchless.stress.subjects.CountedQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Gives the handler the same list each time. */
@Rogue(trap = "a list of a batch that is reused after the call", caughtBy = BusRoguesTest.class)
public final class QueueThatReusesItsBatch extends CountedQueue {
  private final List<Integer> batch = new ArrayList<>();

  public QueueThatReusesItsBatch(Consumer<? super List<Integer>> handler, Terms terms) {
    super(handler, terms);
  }

  @Override
  protected List<Integer> take() {
    batch.clear();
    takeInto(batch);
    return batch;
  }
}
