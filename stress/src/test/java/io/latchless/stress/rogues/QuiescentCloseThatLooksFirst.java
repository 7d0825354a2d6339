package io.latchless.stress.rogues;

import io.latchless.stress.soak.RegistryRoguesTest;
import io.latchless.stress.subjects.ProtectedHandlers;
import io.latchless.stress.subjects.Turn;
import java.time.Duration;

/** Sees that no thread calls the handler, then removes it, when a thread may have started to. */
@Rogue(
    trap = "a quiescent close checks the hazard slots before it removes the handler",
    caughtBy = RegistryRoguesTest.class)
public final class QuiescentCloseThatLooksFirst extends ProtectedHandlers {
  @Override
  protected boolean closeAndAwaitQuiescence(Runnable handler, Duration timeout) {
    boolean quiet = awaitNoneFor(handler, timeout);
    Turn.linger(); // widens the race window for real threads
    remove(handler);
    return quiet;
  }
}
