package io.latchless.stress.rogues;

import io.latchless.stress.soak.FollowerRoguesTest;
import io.latchless.stress.subjects.ThreadWatchedProcess;
import java.io.IOException;

/** Reports the start first, and watches for the exit only after every listener has returned. */
@Rogue(trap = "a slow start listener hides the exit", caughtBy = FollowerRoguesTest.class)
public final class ExitBehindAListener extends ThreadWatchedProcess {
  @Override
  public void start(ProcessBuilder builder, Runnable whenRunning) throws IOException {
    begin(builder);
    whenRunning.run();
    watch();
  }
}
