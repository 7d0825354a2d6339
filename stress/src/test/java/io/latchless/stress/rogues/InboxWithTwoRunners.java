package io.latchless.stress.rogues;

import io.latchless.stress.soak.InboxRoguesTest;
import io.latchless.stress.subjects.QueuedInbox;
import java.util.concurrent.Executor;
import java.util.function.IntConsumer;

/** Counts as idle from the beginning of its task, so that the next event brings another one. */
@Rogue(
    trap = "an inbox goes idle before its last call has returned: two runners",
    caughtBy = InboxRoguesTest.class)
public final class InboxWithTwoRunners extends QueuedInbox {
  public InboxWithTwoRunners(IntConsumer handler, Executor executor) {
    super(handler, executor);
  }

  @Override
  protected void run() {
    isScheduled.set(false);
    handleAll();
  }
}
