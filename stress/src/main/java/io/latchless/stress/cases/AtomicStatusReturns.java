package io.latchless.stress.cases;

import io.latchless.primitives.AtomicStatus;
import io.latchless.primitives.TransitionGraph;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZJ_Result;

/**
 * A status that returns to a state does so under a new version. A transition from the old version
 * fails even though the state is the same again, and a stamp's state belongs to its version.
 *
 * <p>Observed on two x86-64 cores, summed over all JVM modes:
 *
 * <pre>{@code
 * RESULT             JDK 17       JDK 25  DESCRIPTION
 * true, 3         1,203,689    1,706,021  before the other two
 * false, 2          251,793      324,225  too late, and refused
 * }</pre>
 */
@JCStressTest
@Outcome(id = "true, 3", expect = Expect.ACCEPTABLE, desc = "before the other two")
@Outcome(id = "false, 2", expect = Expect.ACCEPTABLE, desc = "too late, and refused")
@Outcome(expect = Expect.FORBIDDEN, desc = "mistook the returned state for the old one")
@State
public class AtomicStatusReturns {
  private static final TransitionGraph<Lamp> ANY =
      TransitionGraph.startingAt(Lamp.DARK)
          .allow(Lamp.DARK, Lamp.LIT)
          .allow(Lamp.LIT, Lamp.LIT, Lamp.DARK)
          .build();

  private final AtomicStatus<Lamp> status = new AtomicStatus<>(ANY);

  @Actor
  public void conditional(ZJ_Result r) {
    r.r1 = status.tryTransition(0L, Lamp.LIT);
  }

  @Actor
  public void thereAndBack() {
    status.transition(Lamp.LIT);
    status.transition(Lamp.DARK);
  }

  @Arbiter
  public void end(ZJ_Result r) {
    r.r2 = status.version();
  }
}
