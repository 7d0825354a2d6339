package io.latchless.stress.rogues;

import io.latchless.stress.soak.RegistryRoguesTest;
import io.latchless.stress.subjects.ProtectedHandlers;
import io.latchless.stress.subjects.Turn;
import java.util.List;

/** Takes a slot for what it has looked up, which others may have seen gone before. */
@Rogue(
    trap = "a dispatch that takes its slot without a second look at the handlers",
    caughtBy = RegistryRoguesTest.class)
public final class QuiescentDispatchWithoutSecondLook extends ProtectedHandlers {
  @Override
  protected int protect() {
    List<Runnable> seen = handlers();
    Turn.linger(); // for real threads to fall into it
    return take(seen);
  }
}
