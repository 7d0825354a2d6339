package io.latchless.stress.cases;

import io.latchless.primitives.AtomicStatus;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * Two statuses as flags, as in Dekker's mutual exclusion. Each thread raises its own flag and then
 * reads the other one; at least one of them must see the other's flag. That requires store-load
 * ordering, which volatile accesses give and acquire and release do not.
 *
 * <p>Observed on two x86-64 cores, summed over all JVM modes:
 *
 * <pre>{@code
 * RESULT             JDK 17       JDK 25  DESCRIPTION
 * true, true         10,787        2,429  each saw the other
 * true, false       223,666      448,213  the second was earlier
 * false, true       616,629    1,151,528  the first was earlier
 * }</pre>
 */
@JCStressTest
@Outcome(id = "true, true", expect = Expect.ACCEPTABLE, desc = "each saw the other")
@Outcome(id = "true, false", expect = Expect.ACCEPTABLE, desc = "the second was earlier")
@Outcome(id = "false, true", expect = Expect.ACCEPTABLE, desc = "the first was earlier")
@Outcome(id = "false, false", expect = Expect.FORBIDDEN, desc = "both missed it")
@State
public class AtomicStatusFlags {
  private final AtomicStatus<Lamp> mine = Lamp.status();
  private final AtomicStatus<Lamp> yours = Lamp.status();

  @Actor
  public void first(ZZ_Result r) {
    mine.transition(Lamp.LIT);
    r.r1 = yours.isIn(Lamp.LIT);
  }

  @Actor
  public void second(ZZ_Result r) {
    yours.transition(Lamp.LIT);
    r.r2 = mine.isIn(Lamp.LIT);
  }
}
