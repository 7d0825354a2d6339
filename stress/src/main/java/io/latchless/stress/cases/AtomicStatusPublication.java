package io.latchless.stress.cases;

import io.latchless.primitives.AtomicStatus;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZI_Result;

/**
 * Plain data written before a transition is visible to a reader that sees the new state.
 *
 * <p>Observed on two x86-64 cores, summed over all JVM modes:
 *
 * <pre>{@code
 * RESULT             JDK 17       JDK 25  DESCRIPTION
 * false, 0          545,007      466,253  read too early
 * false, 42           4,046          318  data ahead of its status
 * true, 42        1,021,014    1,185,191  published
 * }</pre>
 */
@JCStressTest
@Outcome(id = "false, 0", expect = Expect.ACCEPTABLE, desc = "read too early")
@Outcome(id = "false, 42", expect = Expect.ACCEPTABLE, desc = "data ahead of its status")
@Outcome(id = "true, 42", expect = Expect.ACCEPTABLE, desc = "published")
@Outcome(id = "true, 0", expect = Expect.FORBIDDEN, desc = "status without data")
@State
public class AtomicStatusPublication {
  private final AtomicStatus<Lamp> status = Lamp.status();
  private int data;

  @Actor
  public void writer() {
    data = 42;
    var unused = status.tryTransition(Lamp.DARK, Lamp.LIT);
  }

  @Actor
  public void reader(ZI_Result r) {
    r.r1 = status.isIn(Lamp.LIT);
    r.r2 = data;
  }
}
