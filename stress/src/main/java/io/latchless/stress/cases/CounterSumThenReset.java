package io.latchless.stress.cases;

import io.latchless.metrics.Counter;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJ_Result;

/**
 * An increment concurrent with a reset is either in the reset's result or still in the counter,
 * never in both or in neither.
 *
 * <p>Observed on two x86-64 cores, summed over all JVM modes:
 *
 * <pre>{@code
 * RESULT             JDK 17       JDK 25  DESCRIPTION
 * 0, 2              160,059      200,532  reset before both
 * 1, 1                   68           14  reset between the two
 * 2, 0              812,810      301,832  reset after both
 * }</pre>
 */
@JCStressTest
@Outcome(id = "0, 2", expect = Expect.ACCEPTABLE, desc = "reset before both")
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "reset between the two")
@Outcome(id = "2, 0", expect = Expect.ACCEPTABLE, desc = "reset after both")
@Outcome(expect = Expect.FORBIDDEN, desc = "an increment was lost, or counted twice")
@State
public class CounterSumThenReset {
  private final Counter counter = new Counter();

  @Actor
  public void count() {
    counter.increment();
    counter.increment();
  }

  @Actor
  public void reset(JJ_Result r) {
    r.r1 = counter.sumThenReset();
  }

  @Arbiter
  public void end(JJ_Result r) {
    r.r2 = counter.sum();
  }
}
