package io.latchless.stress.rogues;

import io.latchless.stress.soak.InboxRoguesTest;
import io.latchless.stress.subjects.QueuedInbox;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntConsumer;

/** Finds its queue empty and then goes idle, without a second look. */
@Rogue(
    trap = "queue seen empty, an event arrives, state set to idle: a lost wake-up",
    caughtBy = InboxRoguesTest.class)
public final class InboxThatGoesIdleTooSoon extends QueuedInbox {
  /** Widens the window, so that a few rounds suffice. */
  private static final long WINDOW_NANOS = 100_000;

  public InboxThatGoesIdleTooSoon(IntConsumer handler, Executor executor) {
    super(handler, executor);
  }

  @Override
  protected void run() {
    handleAll();
    LockSupport.parkNanos(WINDOW_NANOS);
    isScheduled.set(false);
  }
}
