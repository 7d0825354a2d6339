package io.latchless.stress.cases;

import io.latchless.primitives.Latest;
import io.latchless.primitives.Snapshot;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JI_Result;

/**
 * A reader sees a fully initialised value, with the version under which it was published.
 *
 * <p>Observed on two x86-64 cores, summed over all JVM modes:
 *
 * <pre>{@code
 * RESULT             JDK 17       JDK 25  DESCRIPTION
 * 0, 0              189,741      337,256  nothing yet
 * 1, 1                  303          237  the first
 * 2, 2              374,662    1,118,560  the second
 * }</pre>
 */
@JCStressTest
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "nothing yet")
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "the first")
@Outcome(id = "2, 2", expect = Expect.ACCEPTABLE, desc = "the second")
@Outcome(expect = Expect.FORBIDDEN, desc = "a value with the version of another")
@State
public class LatestSnapshot {
  private final Latest<Box> latest = new Latest<>();

  @Actor
  public void publisher() {
    latest.publish(new Box(1));
    latest.publish(new Box(2));
  }

  @Actor
  public void reader(JI_Result r) {
    Snapshot<Box> seen = latest.snapshot();
    r.r1 = seen == null ? 0 : seen.version();
    r.r2 = seen == null ? 0 : seen.value().value;
  }
}
