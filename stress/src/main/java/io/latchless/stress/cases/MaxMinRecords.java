package io.latchless.stress.cases;

import io.latchless.metrics.MaxMin;
import io.latchless.metrics.MaxMin.Range;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJ_Result;

/**
 * When two records race to be the first, both are in the range, and so is what either thread
 * records next.
 *
 * <p>Observed on two x86-64 cores, summed over all JVM modes:
 *
 * <pre>{@code
 * RESULT             JDK 17       JDK 25  DESCRIPTION
 * 1, 4              806,320    1,023,098  all are in the range
 * }</pre>
 */
@JCStressTest
@Outcome(id = "1, 4", expect = Expect.ACCEPTABLE, desc = "all are in the range")
@Outcome(expect = Expect.FORBIDDEN, desc = "an extreme was lost")
@State
public class MaxMinRecords {
  private final MaxMin maxMin = new MaxMin();

  @Actor
  public void first() {
    maxMin.record(2);
    maxMin.record(4);
  }

  @Actor
  public void second() {
    maxMin.record(3);
    maxMin.record(1);
  }

  @Arbiter
  public void end(JJ_Result r) {
    Range range = maxMin.range().orElseThrow();
    r.r1 = range.min();
    r.r2 = range.max();
  }
}
