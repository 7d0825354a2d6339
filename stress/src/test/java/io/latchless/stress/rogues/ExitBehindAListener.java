package io.latchless.stress.rogues;

import io.latchless.stress.soak.FollowerRoguesTest;
import io.latchless.stress.subjects.ThreadWatchedProcess;
import java.io.IOException;

/** Tells of the start first, and looks for the end only when all have been told. */
@Rogue(
    trap = "an exit that a slow listener of the start hides",
    caughtBy = FollowerRoguesTest.class)
public final class ExitBehindAListener extends ThreadWatchedProcess {
  @Override
  public void start(ProcessBuilder builder, Runnable whenRunning) throws IOException {
    begin(builder);
    whenRunning.run();
    watch();
  }
}
