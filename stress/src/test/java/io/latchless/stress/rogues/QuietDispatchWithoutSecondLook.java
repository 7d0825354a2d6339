package io.latchless.stress.rogues;

import io.latchless.stress.soak.RegistryRoguesTest;
import io.latchless.stress.subjects.SeatedHandlers;
import io.latchless.stress.subjects.Turn;
import java.util.List;

/** Takes a seat for what it has looked up, which others may have seen gone before. */
@Rogue(
    trap = "a dispatch that takes its seat without a second look at the handlers",
    caughtBy = RegistryRoguesTest.class)
public final class QuietDispatchWithoutSecondLook extends SeatedHandlers {
  @Override
  protected int sitDown() {
    List<Runnable> seen = handlers();
    Turn.linger(); // for real threads to fall into it
    return take(seen);
  }
}
