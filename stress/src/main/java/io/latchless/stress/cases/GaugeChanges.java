package io.latchless.stress.cases;

import io.latchless.metrics.Gauge;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJJ_Result;

/**
 * Two concurrent changes of a gauge take effect in some order, and each returns the value it
 * produced.
 *
 * <p>Observed on two x86-64 cores, summed over all JVM modes:
 *
 * <pre>{@code
 * RESULT             JDK 17       JDK 25  DESCRIPTION
 * 1, 11, 11         464,958      249,532  the first before the second
 * 11, 10, 11        178,899      123,633  the second before the first
 * }</pre>
 */
@JCStressTest
@Outcome(id = "1, 11, 11", expect = Expect.ACCEPTABLE, desc = "the first before the second")
@Outcome(id = "11, 10, 11", expect = Expect.ACCEPTABLE, desc = "the second before the first")
@Outcome(expect = Expect.FORBIDDEN, desc = "a change was lost")
@State
public class GaugeChanges {
  private final Gauge gauge = new Gauge();

  @Actor
  public void first(JJJ_Result r) {
    r.r1 = gauge.increment();
  }

  @Actor
  public void second(JJJ_Result r) {
    r.r2 = gauge.add(10);
  }

  @Arbiter
  public void end(JJJ_Result r) {
    r.r3 = gauge.get();
  }
}
