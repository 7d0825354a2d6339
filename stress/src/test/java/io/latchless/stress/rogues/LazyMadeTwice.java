package io.latchless.stress.rogues;

import io.latchless.stress.jcstress.JcstressGateTest;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.Z_Result;

/** Checks and creates without a claim between the two. */
@Rogue(trap = "two instances of a singleton", caughtBy = JcstressGateTest.class)
@JCStressTest
@Outcome(id = "true", expect = Expect.ACCEPTABLE, desc = "one instance for both")
@Outcome(id = "false", expect = Expect.FORBIDDEN, desc = "each created one")
@State
public class LazyMadeTwice {
  private volatile @Nullable Object instance;
  private @Nullable Object mine;
  private @Nullable Object yours;

  private Object get() {
    Object seen = instance;
    if (seen == null) {
      seen = new Object();
      instance = seen;
    }
    return seen;
  }

  @Actor
  public void first() {
    mine = get();
  }

  @Actor
  public void second() {
    yours = get();
  }

  @Arbiter
  public void end(Z_Result r) {
    r.r1 = mine == yours;
  }
}
