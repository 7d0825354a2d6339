package io.latchless.stress.rogues;

import io.latchless.primitives.ProcessStatus;
import io.latchless.stress.jcstress.JcstressGateTest;
import java.util.concurrent.atomic.AtomicReference;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.L_Result;

/** Has no generations: a late exit report of the first process ends the second one. */
@Rogue(
    trap = "a late exit report ends the process started since",
    caughtBy = JcstressGateTest.class)
@JCStressTest
@Outcome(id = "RUNNING", expect = Expect.ACCEPTABLE, desc = "the second process runs")
@Outcome(expect = Expect.FORBIDDEN, desc = "it was ended by the first one's exit")
@State
public class LateExitEndsSuccessor {
  private final AtomicReference<ProcessStatus> status =
      new AtomicReference<>(ProcessStatus.RUNNING);

  @Actor
  public void lateExit() {
    status.compareAndSet(ProcessStatus.RUNNING, ProcessStatus.FAILED);
  }

  @Actor
  public void stopAndStartAgain() {
    status.compareAndSet(ProcessStatus.RUNNING, ProcessStatus.STOPPED);
    status.set(ProcessStatus.RUNNING);
  }

  @Arbiter
  public void end(L_Result r) {
    r.r1 = status.get();
  }
}
