package io.latchless.stress.cases;

import io.latchless.metrics.MaxMin;
import io.latchless.metrics.MaxMin.Range;
import java.util.Optional;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * A value recorded during a reset is in the range that the reset returns or in the next one, never
 * in both or in neither. The digits are the minimum and maximum of a range; 0 stands for an empty
 * one.
 *
 * <p>Observed on two x86-64 cores, summed over all JVM modes:
 *
 * <pre>{@code
 * RESULT             JDK 17       JDK 25  DESCRIPTION
 * 55, 39            229,539      193,142  reset before both
 * 59, 33                118           64  reset between the two
 * 39, 0             666,433      742,723  reset after both
 * }</pre>
 */
@JCStressTest
@Outcome(id = "55, 39", expect = Expect.ACCEPTABLE, desc = "reset before both")
@Outcome(id = "59, 33", expect = Expect.ACCEPTABLE, desc = "reset between the two")
@Outcome(id = "39, 0", expect = Expect.ACCEPTABLE, desc = "reset after both")
@Outcome(expect = Expect.FORBIDDEN, desc = "an extreme was lost, or is in two ranges")
@State
public class MaxMinReset {
  private final MaxMin maxMin = new MaxMin();

  public MaxMinReset() {
    maxMin.record(5);
  }

  private static int digits(Optional<Range> range) {
    return range.map(ends -> (int) (10 * ends.min() + ends.max())).orElse(0);
  }

  @Actor
  public void record() {
    maxMin.record(9);
    maxMin.record(3);
  }

  @Actor
  public void reset(II_Result r) {
    r.r1 = digits(maxMin.rangeThenReset());
  }

  @Arbiter
  public void end(II_Result r) {
    r.r2 = digits(maxMin.range());
  }
}
