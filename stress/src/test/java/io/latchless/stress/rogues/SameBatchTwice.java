package io.latchless.stress.rogues;

import io.latchless.stress.jcstress.JcstressGateTest;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Reads the value and clears the slot in a second step: two threads take the same value. */
@Rogue(trap = "the same batch delivered again", caughtBy = JcstressGateTest.class)
@JCStressTest
@Outcome(id = "42, -1", expect = Expect.ACCEPTABLE, desc = "the first got it")
@Outcome(id = "-1, 42", expect = Expect.ACCEPTABLE, desc = "the second got it")
@Outcome(expect = Expect.FORBIDDEN, desc = "delivered twice")
@State
public class SameBatchTwice {
  private volatile int slot = 42;

  private int poll() {
    int value = slot;
    slot = -1;
    return value;
  }

  @Actor
  public void first(II_Result r) {
    r.r1 = poll();
  }

  @Actor
  public void second(II_Result r) {
    r.r2 = poll();
  }
}
