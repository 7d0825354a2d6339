package io.latchless.stress.rogues;

import io.latchless.stress.jcstress.JcstressGateTest;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** Checks that the slot is free and stores in a second step, over another thread's batch. */
@Rogue(trap = "an unread batch overwritten silently", caughtBy = JcstressGateTest.class)
@JCStressTest
@Outcome(id = "true, false", expect = Expect.ACCEPTABLE, desc = "the second was refused")
@Outcome(id = "false, true", expect = Expect.ACCEPTABLE, desc = "the first was refused")
@Outcome(expect = Expect.FORBIDDEN, desc = "both were accepted, but only one is there")
@State
public class UnreadBatchOverwritten {
  private volatile int slot = -1;

  private boolean offer(int value) {
    if (slot != -1) {
      return false;
    }
    slot = value;
    return true;
  }

  @Actor
  public void first(ZZ_Result r) {
    r.r1 = offer(1);
  }

  @Actor
  public void second(ZZ_Result r) {
    r.r2 = offer(2);
  }
}
