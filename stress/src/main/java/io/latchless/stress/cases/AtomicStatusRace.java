package io.latchless.stress.cases;

import io.latchless.primitives.AtomicStatus;
import io.latchless.primitives.TransitionGraph;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZI_Result;

/**
 * Two writers race for conflicting transitions: exactly one wins, and its state stays.
 *
 * <p>Observed on two x86-64 cores, summed over all JVM modes:
 *
 * <pre>{@code
 * RESULT               JDK 17       JDK 25  DESCRIPTION
 * true, false, 1    1,249,775    1,255,797  the first won
 * false, true, 2      576,905      494,554  the second won
 * }</pre>
 */
@JCStressTest
@Outcome(id = "true, false, 1", expect = Expect.ACCEPTABLE, desc = "the first won")
@Outcome(id = "false, true, 2", expect = Expect.ACCEPTABLE, desc = "the second won")
@Outcome(expect = Expect.FORBIDDEN, desc = "both won, neither won, or the loser's state stayed")
@State
public class AtomicStatusRace {
  private enum Exit {
    RUNNING,
    DONE,
    FAILED
  }

  private static final TransitionGraph<Exit> GRAPH =
      TransitionGraph.startingAt(Exit.RUNNING).allow(Exit.RUNNING, Exit.DONE, Exit.FAILED).build();

  private final AtomicStatus<Exit> status = new AtomicStatus<>(GRAPH);

  @Actor
  public void first(ZZI_Result r) {
    r.r1 = status.tryTransition(Exit.RUNNING, Exit.DONE);
  }

  @Actor
  public void second(ZZI_Result r) {
    r.r2 = status.transitionIfAllowed(Exit.FAILED);
  }

  @Arbiter
  public void end(ZZI_Result r) {
    r.r3 = status.isIn(Exit.DONE) ? 1 : 2;
  }
}
