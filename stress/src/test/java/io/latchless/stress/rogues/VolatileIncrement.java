package io.latchless.stress.rogues;

import io.latchless.stress.jcstress.JcstressGateTest;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Loses an increment: volatile makes the read and the write visible, but not one atomic step. */
@Rogue(trap = "a volatile increment mistaken for an atomic one", caughtBy = JcstressGateTest.class)
@JCStressTest
@Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "both counted")
@Outcome(expect = Expect.FORBIDDEN, desc = "an increment was lost")
@State
@SuppressWarnings("NonAtomicVolatileUpdate") // the mistake on show
public class VolatileIncrement {
  private volatile int count;

  @Actor
  public void first() {
    count++;
  }

  @Actor
  public void second() {
    count++;
  }

  @Arbiter
  public void total(I_Result r) {
    r.r1 = count;
  }
}
