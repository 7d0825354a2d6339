package io.latchless.stress.cases;

import io.latchless.primitives.StatusHolder;
import io.latchless.primitives.StatusSnapshot;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.Z_Result;

/**
 * A future requested while its state is entered, and left again, completes.
 *
 * <p>Observed on two x86-64 cores, summed over all JVM modes:
 *
 * <pre>{@code
 * RESULT             JDK 17       JDK 25  DESCRIPTION
 * true              448,771    3,614,954  completed
 * }</pre>
 */
@JCStressTest
@Outcome(id = "true", expect = Expect.ACCEPTABLE, desc = "completed")
@Outcome(expect = Expect.FORBIDDEN, desc = "forgotten: a lost wake-up")
@State
public class StatusHolderFuture {
  private final StatusHolder<Lamp, Box> holder = Lamp.holder(new Box(0));
  private @Nullable CompletableFuture<StatusSnapshot<Lamp, Box>> lit;

  @Actor
  public void waiter() {
    lit = holder.whenReached(Lamp.LIT);
  }

  @Actor
  public void writer() {
    holder.transition(Lamp.LIT, new Box(1));
    holder.transition(Lamp.DARK, new Box(2));
  }

  @Arbiter
  public void end(Z_Result r) {
    r.r1 = lit != null && lit.isDone();
  }
}
