package io.latchless.stress.cases;

import io.latchless.primitives.SnapshotRef;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZI_Result;

/**
 * Two threads race to replace the same version: exactly one wins, and its value stays.
 *
 * <p>Observed on two x86-64 cores, summed over all JVM modes:
 *
 * <pre>{@code
 * RESULT               JDK 17       JDK 25  DESCRIPTION
 * true, false, 1      122,812    1,450,096  the first won
 * false, true, 2       85,400      615,741  the second won
 * }</pre>
 */
@JCStressTest
@Outcome(id = "true, false, 1", expect = Expect.ACCEPTABLE, desc = "the first won")
@Outcome(id = "false, true, 2", expect = Expect.ACCEPTABLE, desc = "the second won")
@Outcome(expect = Expect.FORBIDDEN, desc = "both won, neither won, or the loser's value stayed")
@State
public class SnapshotRefCompareAndSet {
  private final SnapshotRef<Integer> ref = new SnapshotRef<>(0);

  @Actor
  public void first(ZZI_Result r) {
    r.r1 = ref.compareAndSet(0, 1);
  }

  @Actor
  public void second(ZZI_Result r) {
    r.r2 = ref.compareAndSet(0, 2);
  }

  @Arbiter
  public void end(ZZI_Result r) {
    r.r3 = ref.get();
  }
}
