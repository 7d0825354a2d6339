package io.latchless.stress.rogues;

import io.latchless.stress.soak.InboxRoguesTest;
import io.latchless.stress.subjects.QueuedInbox;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;

/** Stays scheduled when its executor has rejected the task. */
@Rogue(
    trap = "an inbox counts as scheduled for ever after one rejected task",
    caughtBy = InboxRoguesTest.class)
public final class InboxRejectedForEver extends QueuedInbox {
  public InboxRejectedForEver(IntConsumer handler, Executor executor) {
    super(handler, executor);
  }

  @Override
  protected void schedule() {
    if (isScheduled.compareAndSet(false, true)) {
      executor.execute(this::run);
    }
  }
}
