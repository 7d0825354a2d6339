package io.latchless.stress.cases;

import io.latchless.primitives.ProcessSnapshot;
import io.latchless.primitives.ProcessStatus;
import io.latchless.primitives.ProcessStatusHolder;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZJZ_Result;

/**
 * A late exit report for an earlier process never ends its successor.
 *
 * <p>Observed on two x86-64 cores, summed over all JVM modes:
 *
 * <pre>{@code
 * RESULT               JDK 17       JDK 25  DESCRIPTION
 * true, 1, true       786,287    1,471,910  in time: it ended the first one
 * false, 1, true      176,838      356,895  too late, and refused
 * }</pre>
 */
@JCStressTest
@Outcome(id = "true, 1, true", expect = Expect.ACCEPTABLE, desc = "in time: it ended the first one")
@Outcome(id = "false, 1, true", expect = Expect.ACCEPTABLE, desc = "too late, and refused")
@Outcome(expect = Expect.FORBIDDEN, desc = "the second process was ended by the first one's exit")
@State
public class ProcessRestart {
  private final ProcessStatusHolder holder = new ProcessStatusHolder();

  public ProcessRestart() {
    holder.markRunning(0);
  }

  @Actor
  public void lateExit(ZJZ_Result r) {
    r.r1 = holder.markExited(0, 7);
  }

  @Actor
  public void stopAndStartAgain() {
    holder.markStopped(0);
    holder.restart(0);
    holder.markRunning(1);
  }

  @Arbiter
  public void end(ZJZ_Result r) {
    ProcessSnapshot last = holder.get();
    r.r2 = last.generation();
    r.r3 = last.status() == ProcessStatus.RUNNING;
  }
}
