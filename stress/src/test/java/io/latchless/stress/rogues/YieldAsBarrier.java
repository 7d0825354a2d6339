package io.latchless.stress.rogues;

import io.latchless.stress.jcstress.JcstressGateTest;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Sees the flag, yields to let the writer finish the data, and assumes that it has. */
@Rogue(trap = "a scheduler yield used as a barrier", caughtBy = JcstressGateTest.class)
@JCStressTest
@Outcome(id = "-1", expect = Expect.ACCEPTABLE, desc = "nothing yet")
@Outcome(id = "42", expect = Expect.ACCEPTABLE, desc = "handed over")
@Outcome(expect = Expect.FORBIDDEN, desc = "flag without data")
@State
public class YieldAsBarrier {
  private volatile int data;
  private volatile boolean ready;

  @Actor
  @SuppressWarnings("ThreadPriorityCheck") // the mistake on show
  public void writer() {
    ready = true;
    Thread.yield();
    data = 42;
  }

  @Actor
  @SuppressWarnings("ThreadPriorityCheck") // the mistake on show
  public void reader(I_Result r) {
    if (ready) {
      Thread.yield();
      r.r1 = data;
    } else {
      r.r1 = -1;
    }
  }
}
