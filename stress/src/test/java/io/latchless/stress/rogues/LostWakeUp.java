package io.latchless.stress.rogues;

import io.latchless.stress.jcstress.JcstressGateTest;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.Z_Result;

/**
 * Checks first and enlists afterwards, without a second check: a change in between wakes no thread.
 */
@Rogue(trap = "a lost wake-up", caughtBy = JcstressGateTest.class)
@JCStressTest
@Outcome(id = "true", expect = Expect.ACCEPTABLE, desc = "completed")
@Outcome(id = "false", expect = Expect.FORBIDDEN, desc = "forgotten")
@State
public class LostWakeUp {
  private final Queue<CompletableFuture<Boolean>> waiting = new ConcurrentLinkedQueue<>();
  private final CompletableFuture<Boolean> reached = new CompletableFuture<>();
  private volatile boolean lit;

  @Actor
  public void waiter() {
    if (lit) {
      reached.complete(true);
    } else {
      waiting.add(reached);
    }
  }

  @Actor
  public void writer() {
    lit = true;
    waiting.forEach(future -> future.complete(true));
  }

  @Arbiter
  public void end(Z_Result r) {
    r.r1 = reached.isDone();
  }
}
