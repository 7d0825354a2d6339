package io.latchless.stress.rogues;

import io.latchless.stress.soak.BusRoguesTest;
import io.latchless.stress.subjects.CountedQueue;
import java.util.List;
import java.util.function.Consumer;

/** Drops events without counting them. */
@Rogue(trap = "silent drops: events that no count knows", caughtBy = BusRoguesTest.class)
public final class QueueOfSilentDrops extends CountedQueue {
  public QueueOfSilentDrops(Consumer<? super List<Integer>> handler, Terms terms) {
    super(handler, terms);
  }

  @Override
  protected void drop() {}
}
