package io.latchless.stress.rogues;

import io.latchless.stress.soak.FollowerRoguesTest;
import io.latchless.stress.subjects.ThreadWatchedProcess;

/** Takes note of the wish to stop a process without a look whether it is still alive. */
@Rogue(
    trap = "a stop that comes after a crash overwrites the reason of the exit",
    caughtBy = FollowerRoguesTest.class)
public final class StopAfterTheExit extends ThreadWatchedProcess {
  @Override
  public void stop() {
    requestStop();
  }
}
