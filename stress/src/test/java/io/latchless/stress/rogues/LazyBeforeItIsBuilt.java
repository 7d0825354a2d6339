package io.latchless.stress.rogues;

import io.latchless.stress.jcstress.JcstressGateTest;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Publishes the instance before it is fully initialised. */
@Rogue(trap = "an unpublished object seen half-built", caughtBy = JcstressGateTest.class)
@JCStressTest
@Outcome(id = "-1", expect = Expect.ACCEPTABLE, desc = "not there yet")
@Outcome(id = "42", expect = Expect.ACCEPTABLE, desc = "present, and fully initialised")
@Outcome(expect = Expect.FORBIDDEN, desc = "half-built")
@State
public class LazyBeforeItIsBuilt {
  private static final class Connection {
    int port;
  }

  private volatile @Nullable Connection instance;

  @Actor
  public void initializer() {
    Connection made = new Connection();
    instance = made;
    made.port = 42;
  }

  @Actor
  public void reader(I_Result r) {
    Connection seen = instance;
    r.r1 = seen == null ? -1 : seen.port;
  }
}
