package io.latchless.stress.cases;

import io.latchless.metrics.Ewma;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.D_Result;

/**
 * Two concurrent samples are both averaged in, in either order.
 *
 * <p>Observed on two x86-64 cores, summed over all JVM modes:
 *
 * <pre>{@code
 * RESULT             JDK 17       JDK 25  DESCRIPTION
 * 6.0               753,975      487,705  4, then 8
 * 5.0               269,483      268,690  8, then 4
 * }</pre>
 */
@JCStressTest
@Outcome(id = "6.0", expect = Expect.ACCEPTABLE, desc = "4, then 8")
@Outcome(id = "5.0", expect = Expect.ACCEPTABLE, desc = "8, then 4")
@Outcome(expect = Expect.FORBIDDEN, desc = "a sample was lost")
@State
public class EwmaRecords {
  private final Ewma ewma = new Ewma(0.5);

  public EwmaRecords() {
    ewma.record(4);
  }

  @Actor
  public void first() {
    ewma.record(4);
  }

  @Actor
  public void second() {
    ewma.record(8);
  }

  @Arbiter
  public void end(D_Result r) {
    r.r1 = ewma.value();
  }
}
