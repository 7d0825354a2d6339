package io.latchless.stress.cases;

import io.latchless.primitives.ProcessSnapshot;
import io.latchless.primitives.ProcessStatusHolder;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * Status, times and exit code of a process are one tuple: no reader sees it running with an exit
 * code, or ended without one. The digits are the status, whether start and end are set, and the
 * exit code.
 *
 * <p>Observed on two x86-64 cores, summed over all JVM modes:
 *
 * <pre>{@code
 * RESULT             JDK 17       JDK 25  DESCRIPTION
 * 0                 681,072      496,236  pending, nothing set
 * 1100                  619          350  running, start set
 * 3117              875,181      931,757  failed with 7, start and end set
 * }</pre>
 */
@JCStressTest
@Outcome(id = "0", expect = Expect.ACCEPTABLE, desc = "pending, nothing set")
@Outcome(id = "1100", expect = Expect.ACCEPTABLE, desc = "running, start set")
@Outcome(id = "3117", expect = Expect.ACCEPTABLE, desc = "failed with 7, start and end set")
@Outcome(expect = Expect.FORBIDDEN, desc = "parts from different moments")
@State
public class ProcessTuple {
  private final ProcessStatusHolder holder = new ProcessStatusHolder();

  @Actor
  public void writer() {
    holder.markRunning(0);
    holder.markExited(0, 7);
  }

  @Actor
  @SuppressWarnings("EnumOrdinal") // a digit of the result
  public void reader(I_Result r) {
    ProcessSnapshot seen = holder.get();
    r.r1 =
        1000 * seen.status().ordinal()
            + (seen.start() == null ? 0 : 100)
            + (seen.end() == null ? 0 : 10)
            + seen.exitCode().orElse(0);
  }
}
