package io.latchless.stress.rogues;

import io.latchless.stress.soak.RegistryRoguesTest;
import io.latchless.stress.subjects.ProtectedHandlers;
import io.latchless.stress.subjects.Turn;
import java.time.Duration;

/** Sees nobody call the handler and removes it then, when somebody may. */
@Rogue(
    trap = "a quiescent close that looks at the slots before it removes the handler",
    caughtBy = RegistryRoguesTest.class)
public final class QuiescentCloseThatLooksFirst extends ProtectedHandlers {
  @Override
  protected boolean closeAndAwaitQuiescence(Runnable handler, Duration timeout) {
    boolean quiet = awaitNoneFor(handler, timeout);
    Turn.linger(); // for real threads to fall into it
    remove(handler);
    return quiet;
  }
}
