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
 * When two samples race to be the first, one becomes the value and the other is averaged in.
 *
 * <p>Observed on two x86-64 cores, summed over all JVM modes:
 *
 * <pre>{@code
 * RESULT             JDK 17       JDK 25  DESCRIPTION
 * 5.0               562,713      408,347  4, then 8
 * 7.0               141,051      202,845  8, then 4
 * }</pre>
 */
@JCStressTest
@Outcome(id = "5.0", expect = Expect.ACCEPTABLE, desc = "4, then 8")
@Outcome(id = "7.0", expect = Expect.ACCEPTABLE, desc = "8, then 4")
@Outcome(expect = Expect.FORBIDDEN, desc = "a sample was lost")
@State
public class EwmaFirstSamples {
  private final Ewma ewma = new Ewma(0.25);

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
