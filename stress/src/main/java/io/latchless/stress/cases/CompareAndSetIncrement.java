package io.latchless.stress.cases;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * Two concurrent increments by a compare-and-set loop are both counted.
 *
 * <p>Observed on two x86-64 cores, summed over all JVM modes:
 *
 * <pre>{@code
 * RESULT             JDK 17       JDK 25  DESCRIPTION
 * 2               2,584,559    1,278,992  both counted
 * }</pre>
 */
@JCStressTest
@Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "both counted")
@Outcome(expect = Expect.FORBIDDEN, desc = "an increment was lost")
@State
public class CompareAndSetIncrement {
  private final AtomicInteger count = new AtomicInteger();

  @Actor
  public void first() {
    increment();
  }

  @Actor
  public void second() {
    increment();
  }

  @Arbiter
  public void total(I_Result r) {
    r.r1 = count.get();
  }

  private void increment() {
    int seen = count.get();
    while (!count.compareAndSet(seen, seen + 1)) {
      seen = count.get();
    }
  }
}
