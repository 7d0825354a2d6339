package io.latchless.stress.cases;

import io.latchless.primitives.StatusHolder;
import java.time.Duration;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.Z_Result;

/**
 * A thread that starts to wait while its state is entered, and left again, is woken.
 *
 * <p>Observed on two x86-64 cores, summed over all JVM modes:
 *
 * <pre>{@code
 * RESULT             JDK 17       JDK 25  DESCRIPTION
 * true            1,211,080    1,922,139  woken, or never parked
 * }</pre>
 */
@JCStressTest
@Outcome(id = "true", expect = Expect.ACCEPTABLE, desc = "woken, or never parked")
@Outcome(id = "false", expect = Expect.FORBIDDEN, desc = "parked until the timeout")
@State
public class StatusHolderAwait {
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(5);

  private final StatusHolder<Lamp, Box> holder = Lamp.holder(new Box(0));

  @Actor
  public void waiter(Z_Result r) {
    try {
      r.r1 = holder.awaitReached(Lamp.LIT, LONG_ENOUGH);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted unexpectedly", e);
    }
  }

  @Actor
  public void writer() {
    holder.transition(Lamp.LIT, new Box(1));
    holder.transition(Lamp.DARK, new Box(2));
  }
}
