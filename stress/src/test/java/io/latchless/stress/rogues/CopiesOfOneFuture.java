package io.latchless.stress.rogues;

import io.latchless.stress.soak.FollowerRoguesTest;
import io.latchless.stress.subjects.ThreadWatchedProcess;
import java.util.concurrent.CompletableFuture;

/** Gives each caller a dependent of one future, which retains all of them until it completes. */
@Rogue(
    trap = "abandoned futures are retained as dependents of one that has not completed",
    caughtBy = FollowerRoguesTest.class)
public final class CopiesOfOneFuture extends ThreadWatchedProcess {
  @Override
  public CompletableFuture<?> whenOver() {
    return super.whenOver().copy();
  }
}
