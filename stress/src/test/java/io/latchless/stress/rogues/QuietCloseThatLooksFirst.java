package io.latchless.stress.rogues;

import io.latchless.stress.soak.RegistryRoguesTest;
import io.latchless.stress.subjects.SeatedHandlers;
import io.latchless.stress.subjects.Turn;
import java.time.Duration;

/** Sees nobody call the handler and removes it then, when somebody may. */
@Rogue(
    trap = "a quiet close that looks at the seats before it removes the handler",
    caughtBy = RegistryRoguesTest.class)
public final class QuietCloseThatLooksFirst extends SeatedHandlers {
  @Override
  protected boolean closeAndAwaitQuiet(Runnable handler, Duration timeout) {
    boolean quiet = awaitNoneFor(handler, timeout);
    Turn.linger(); // for real threads to fall into it
    remove(handler);
    return quiet;
  }
}
