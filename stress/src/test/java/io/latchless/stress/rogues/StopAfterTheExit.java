package io.latchless.stress.rogues;

import io.latchless.stress.soak.FollowerRoguesTest;
import io.latchless.stress.subjects.ThreadWatchedProcess;

/** Records the request to stop a process without checking that the process is alive. */
@Rogue(
    trap = "a stop requested after a crash overwrites the reason for the exit",
    caughtBy = FollowerRoguesTest.class)
public final class StopAfterTheExit extends ThreadWatchedProcess {
  @Override
  public void stop() {
    requestStop();
  }
}
