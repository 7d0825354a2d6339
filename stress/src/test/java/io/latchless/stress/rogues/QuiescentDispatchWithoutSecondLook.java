package io.latchless.stress.rogues;

import io.latchless.stress.soak.RegistryRoguesTest;
import io.latchless.stress.subjects.ProtectedHandlers;
import io.latchless.stress.subjects.Turn;
import java.util.List;

/** Protects the handlers that it has read, although a close may have removed one since. */
@Rogue(
    trap = "a dispatch takes its hazard slot without reading the handlers again",
    caughtBy = RegistryRoguesTest.class)
public final class QuiescentDispatchWithoutSecondLook extends ProtectedHandlers {
  @Override
  protected int protect() {
    List<Runnable> seen = handlers();
    Turn.linger(); // widens the race window for real threads
    return take(seen);
  }
}
