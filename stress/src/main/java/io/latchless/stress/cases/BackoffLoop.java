package io.latchless.stress.cases;

import io.latchless.primitives.Backoff;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * A compare-and-set loop that backs off after each failed attempt loses no increment.
 *
 * <p>Observed on two x86-64 cores, summed over all JVM modes:
 *
 * <pre>{@code
 * RESULT             JDK 17       JDK 25  DESCRIPTION
 * 4               1,732,136    1,327,511  all counted
 * }</pre>
 */
@JCStressTest
@Outcome(id = "4", expect = Expect.ACCEPTABLE, desc = "all counted")
@Outcome(expect = Expect.FORBIDDEN, desc = "an increment was lost")
@State
public class BackoffLoop {
  private final AtomicInteger count = new AtomicInteger();
  private final Backoff backoff = new Backoff();

  @Actor
  public void first() {
    increment();
    increment();
  }

  @Actor
  public void second() {
    increment();
    increment();
  }

  @Arbiter
  public void total(I_Result r) {
    r.r1 = count.get();
  }

  private void increment() {
    int losses = 0;
    int seen = count.get();
    while (!count.compareAndSet(seen, seen + 1)) {
      backoff.pause(losses++);
      seen = count.get();
    }
  }
}
