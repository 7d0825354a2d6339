package io.latchless.stress.cases;

import io.latchless.registry.SnapshotMap;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * Two threads race to put a value for an absent key: one wins, and the other gets the winner's
 * value. 0 stands for no value.
 *
 * <p>Observed on two x86-64 cores, summed over all JVM modes:
 *
 * <pre>{@code
 * RESULT             JDK 17       JDK 25  DESCRIPTION
 * 0, 1, 1         1,528,680      608,038  the first has won
 * 2, 0, 2           398,798      358,984  the second has won
 * }</pre>
 */
@JCStressTest
@Outcome(id = "0, 1, 1", expect = Expect.ACCEPTABLE, desc = "the first has won")
@Outcome(id = "2, 0, 2", expect = Expect.ACCEPTABLE, desc = "the second has won")
@Outcome(expect = Expect.FORBIDDEN, desc = "two winners, or none")
@State
public class SnapshotMapPutIfAbsent {
  private final SnapshotMap<String, Integer> map = new SnapshotMap<>();

  private int putIfAbsent(int value) {
    Integer present = map.putIfAbsent("key", value);
    return present == null ? 0 : present;
  }

  @Actor
  public void first(III_Result r) {
    r.r1 = putIfAbsent(1);
  }

  @Actor
  public void second(III_Result r) {
    r.r2 = putIfAbsent(2);
  }

  @Arbiter
  public void end(III_Result r) {
    r.r3 = map.snapshot().getOrDefault("key", 0);
  }
}
