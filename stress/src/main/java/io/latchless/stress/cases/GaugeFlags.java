package io.latchless.stress.cases;

import io.latchless.metrics.Gauge;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJ_Result;

/**
 * Two gauges used as flags: each thread raises its own, then reads the other; at least one sees it.
 *
 * <p>Observed on two x86-64 cores, summed over all JVM modes:
 *
 * <pre>{@code
 * RESULT             JDK 17       JDK 25  DESCRIPTION
 * 0, 1              580,040      745,894  the second sees the first
 * 1, 0              144,926      347,608  the first sees the second
 * 1, 1                  525          213  both see the other
 * }</pre>
 */
@JCStressTest
@Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "the second sees the first")
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "the first sees the second")
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "both see the other")
@Outcome(id = "0, 0", expect = Expect.FORBIDDEN, desc = "neither sees the other")
@State
public class GaugeFlags {
  private final Gauge left = new Gauge();
  private final Gauge right = new Gauge();

  @Actor
  public void first(JJ_Result r) {
    left.set(1);
    r.r1 = right.get();
  }

  @Actor
  public void second(JJ_Result r) {
    right.set(1);
    r.r2 = left.get();
  }
}
