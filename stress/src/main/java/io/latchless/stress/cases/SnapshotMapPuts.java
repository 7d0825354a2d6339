package io.latchless.stress.cases;

import io.latchless.registry.SnapshotMap;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIJ_Result;

/**
 * Two concurrent puts under different keys both take effect.
 *
 * <p>Observed on two x86-64 cores, summed over all JVM modes:
 *
 * <pre>{@code
 * RESULT             JDK 17       JDK 25  DESCRIPTION
 * 1, 2, 2         2,430,544    1,321,242  both are there
 * }</pre>
 */
@JCStressTest
@Outcome(id = "1, 2, 2", expect = Expect.ACCEPTABLE, desc = "both are there")
@Outcome(expect = Expect.FORBIDDEN, desc = "one is lost")
@State
public class SnapshotMapPuts {
  private final SnapshotMap<String, Integer> map = new SnapshotMap<>();

  @Actor
  public void first() {
    map.put("first", 1);
  }

  @Actor
  public void second() {
    map.put("second", 2);
  }

  @Arbiter
  public void end(IIJ_Result r) {
    r.r1 = map.snapshot().getOrDefault("first", 0);
    r.r2 = map.snapshot().getOrDefault("second", 0);
    r.r3 = map.version();
  }
}
