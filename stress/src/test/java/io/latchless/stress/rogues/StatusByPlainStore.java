package io.latchless.stress.rogues;

import io.latchless.stress.jcstress.JcstressGateTest;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * Checks that the transition is legal, then stores the next status: the loser of the race wins too.
 */
@Rogue(trap = "a terminal status overwritten by a late writer", caughtBy = JcstressGateTest.class)
@JCStressTest
@Outcome(id = "true, false", expect = Expect.ACCEPTABLE, desc = "the first won")
@Outcome(id = "false, true", expect = Expect.ACCEPTABLE, desc = "the second won")
@Outcome(expect = Expect.FORBIDDEN, desc = "both won, so one was overwritten")
@State
public class StatusByPlainStore {
  private enum Exit {
    RUNNING,
    DONE,
    FAILED
  }

  private volatile Exit status = Exit.RUNNING;

  private boolean end(Exit with) {
    if (status != Exit.RUNNING) {
      return false;
    }
    status = with;
    return true;
  }

  @Actor
  public void first(ZZ_Result r) {
    r.r1 = end(Exit.DONE);
  }

  @Actor
  public void second(ZZ_Result r) {
    r.r2 = end(Exit.FAILED);
  }
}
