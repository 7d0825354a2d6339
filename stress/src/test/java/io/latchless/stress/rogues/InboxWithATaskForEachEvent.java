package io.latchless.stress.rogues;

import io.latchless.stress.soak.InboxRoguesTest;
import io.latchless.stress.subjects.QueuedInbox;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;

/** Gives the executor a task for each event, so that two of them run at once. */
@Rogue(
    trap = "several workers drain one queue: they overtake each other",
    caughtBy = InboxRoguesTest.class)
public final class InboxWithATaskForEachEvent extends QueuedInbox {
  public InboxWithATaskForEachEvent(IntConsumer handler, Executor executor) {
    super(handler, executor);
  }

  @Override
  protected void schedule() {
    executor.execute(this::handleAll);
  }
}
