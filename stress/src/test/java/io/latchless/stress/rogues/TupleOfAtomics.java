package io.latchless.stress.rogues;

import io.latchless.primitives.ProcessStatus;
import io.latchless.stress.jcstress.JcstressGateTest;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LI_Result;

/** Keeps status and exit code in separate atomics. */
@Rogue(trap = "SUCCESS before its exit code is stored", caughtBy = JcstressGateTest.class)
@JCStressTest
@Outcome(id = "RUNNING, -1", expect = Expect.ACCEPTABLE, desc = "running, no exit code")
@Outcome(id = "SUCCESS, 0", expect = Expect.ACCEPTABLE, desc = "ended, with its exit code")
@Outcome(expect = Expect.FORBIDDEN, desc = "status and exit code of different moments")
@State
public class TupleOfAtomics {
  private final AtomicReference<ProcessStatus> status =
      new AtomicReference<>(ProcessStatus.RUNNING);
  private final AtomicInteger exitCode = new AtomicInteger(-1);

  @Actor
  public void writer() {
    status.compareAndSet(ProcessStatus.RUNNING, ProcessStatus.SUCCESS);
    exitCode.set(0);
  }

  @Actor
  public void reader(LI_Result r) {
    r.r1 = status.get();
    r.r2 = exitCode.get();
  }
}
