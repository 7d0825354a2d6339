package io.latchless.stress.rogues;

import io.latchless.stress.jcstress.JcstressGateTest;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * Raises a flag with release and reads the other one with acquire, which suffices for a hand-over
 * but not here. The store may still be in the processor's store buffer when the load executes, on
 * x86 too.
 */
@Rogue(
    trap = "acquire and release where store-load ordering is needed",
    caughtBy = JcstressGateTest.class)
@JCStressTest
@Outcome(id = "true, true", expect = Expect.ACCEPTABLE, desc = "each saw the other")
@Outcome(id = "true, false", expect = Expect.ACCEPTABLE, desc = "the second was earlier")
@Outcome(id = "false, true", expect = Expect.ACCEPTABLE, desc = "the first was earlier")
@Outcome(id = "false, false", expect = Expect.FORBIDDEN, desc = "both missed it")
@State
public class StatusFlagsWithoutStoreLoad {
  private final AtomicInteger mine = new AtomicInteger();
  private final AtomicInteger yours = new AtomicInteger();

  @Actor
  public void first(ZZ_Result r) {
    mine.setRelease(1);
    r.r1 = yours.getAcquire() == 1;
  }

  @Actor
  public void second(ZZ_Result r) {
    yours.setRelease(1);
    r.r2 = mine.getAcquire() == 1;
  }
}
