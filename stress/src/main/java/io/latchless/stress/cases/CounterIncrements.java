package io.latchless.stress.cases;

import io.latchless.metrics.Counter;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.J_Result;

/**
 * Concurrent increments by two threads are all counted, whether or not contention makes the counter
 * add cells.
 *
 * <p>Observed on two x86-64 cores, summed over all JVM modes:
 *
 * <pre>{@code
 * RESULT             JDK 17       JDK 25  DESCRIPTION
 * 6                 993,082      674,186  all counted
 * }</pre>
 */
@JCStressTest
@Outcome(id = "6", expect = Expect.ACCEPTABLE, desc = "all counted")
@Outcome(expect = Expect.FORBIDDEN, desc = "an increment was lost")
@State
public class CounterIncrements {
  private final Counter counter = new Counter();

  @Actor
  public void first() {
    counter.increment();
    counter.increment();
  }

  @Actor
  public void second() {
    counter.add(3);
    counter.increment();
  }

  @Arbiter
  public void end(J_Result r) {
    r.r1 = counter.sum();
  }
}
