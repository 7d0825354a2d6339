package io.latchless.stress.cases;

import io.latchless.primitives.TransitionGraph;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * A graph is complete even if it reaches the reader through a data race: all its fields are final.
 *
 * <p>Observed on two x86-64 cores, summed over all JVM modes:
 *
 * <pre>{@code
 * RESULT             JDK 17       JDK 25  DESCRIPTION
 * -1                828,877      685,340  not there yet
 * 111               565,997    1,219,841  there, and complete
 * }</pre>
 */
@JCStressTest
@Outcome(id = "-1", expect = Expect.ACCEPTABLE, desc = "not there yet")
@Outcome(id = "111", expect = Expect.ACCEPTABLE, desc = "there, and complete")
@Outcome(expect = Expect.FORBIDDEN, desc = "half-built")
@State
public class TransitionGraphUnsafePublication {
  private @Nullable TransitionGraph<Lamp> graph;

  @Actor
  public void builder() {
    graph = Lamp.graph();
  }

  @Actor
  public void reader(I_Result r) {
    TransitionGraph<Lamp> seen = graph;
    r.r1 =
        seen == null
            ? -1
            : digit(100, seen.initial() == Lamp.DARK)
                + digit(10, seen.allows(Lamp.DARK, Lamp.LIT))
                + digit(1, seen.canReach(Lamp.DARK, Lamp.DARK));
  }

  private static int digit(int weight, boolean holds) {
    return holds ? weight : 0;
  }
}
