package io.latchless.stress.rogues;

import io.latchless.stress.soak.FollowerRoguesTest;
import io.latchless.stress.subjects.ThreadWatchedProcess;
import java.util.concurrent.CompletableFuture;

/** Gives each caller a dependent of one future, which keeps them all until it is done. */
@Rogue(
    trap = "futures that were given up are kept as dependents of one that is not done",
    caughtBy = FollowerRoguesTest.class)
public final class CopiesOfOneFuture extends ThreadWatchedProcess {
  @Override
  public CompletableFuture<?> whenOver() {
    return super.whenOver().copy();
  }
}
