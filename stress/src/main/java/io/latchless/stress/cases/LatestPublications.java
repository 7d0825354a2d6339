package io.latchless.stress.cases;

import io.latchless.primitives.Latest;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJI_Result;

/**
 * Two publications get distinct versions, and the value with the higher version stays.
 *
 * <p>Observed on two x86-64 cores, summed over all JVM modes:
 *
 * <pre>{@code
 * RESULT             JDK 17       JDK 25  DESCRIPTION
 * 1, 2, 20        1,557,995    1,140,782  the second was later
 * 2, 1, 10          652,127      288,087  the first was later
 * }</pre>
 */
@JCStressTest
@Outcome(id = "1, 2, 20", expect = Expect.ACCEPTABLE, desc = "the second was later")
@Outcome(id = "2, 1, 10", expect = Expect.ACCEPTABLE, desc = "the first was later")
@Outcome(expect = Expect.FORBIDDEN, desc = "one version for both, or the earlier value stayed")
@State
public class LatestPublications {
  private final Latest<Box> latest = new Latest<>();

  @Actor
  public void first(JJI_Result r) {
    r.r1 = latest.publish(new Box(10));
  }

  @Actor
  public void second(JJI_Result r) {
    r.r2 = latest.publish(new Box(20));
  }

  @Arbiter
  public void end(JJI_Result r) {
    Box last = latest.get();
    r.r3 = last == null ? -1 : last.value;
  }
}
