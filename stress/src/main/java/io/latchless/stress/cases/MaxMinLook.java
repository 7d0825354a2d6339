package io.latchless.stress.cases;

import io.latchless.metrics.MaxMin;
import io.latchless.metrics.MaxMin.Range;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJ_Result;

/**
 * Both ends of a range are read at one moment: a later extreme never appears without an earlier
 * one.
 *
 * <p>Observed on two x86-64 cores, summed over all JVM modes:
 *
 * <pre>{@code
 * RESULT             JDK 17       JDK 25  DESCRIPTION
 * 5, 5              157,440      189,544  before both
 * 3, 5                  141           37  between the two
 * 3, 9              621,267      445,968  after both
 * }</pre>
 */
@JCStressTest
@Outcome(id = "5, 5", expect = Expect.ACCEPTABLE, desc = "before both")
@Outcome(id = "3, 5", expect = Expect.ACCEPTABLE, desc = "between the two")
@Outcome(id = "3, 9", expect = Expect.ACCEPTABLE, desc = "after both")
@Outcome(expect = Expect.FORBIDDEN, desc = "a range that never existed")
@State
public class MaxMinLook {
  private final MaxMin maxMin = new MaxMin();

  public MaxMinLook() {
    maxMin.record(5);
  }

  @Actor
  public void record() {
    maxMin.record(3);
    maxMin.record(9);
  }

  @Actor
  public void look(JJ_Result r) {
    Range range = maxMin.range().orElseThrow();
    r.r1 = range.min();
    r.r2 = range.max();
  }
}
