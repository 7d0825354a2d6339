package io.latchless.stress.rogues;

import io.latchless.stress.jcstress.JcstressGateTest;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IZ_Result;

/** Keeps the version in a separate word, where it is visible ahead of its state. */
@Rogue(trap = "state and version in two words: torn", caughtBy = JcstressGateTest.class)
@JCStressTest
@Outcome(id = "0, false", expect = Expect.ACCEPTABLE, desc = "before")
@Outcome(id = "1, true", expect = Expect.ACCEPTABLE, desc = "after")
@Outcome(expect = Expect.FORBIDDEN, desc = "the version of one moment with the state of another")
@State
public class StatusVersionBesideState {
  private final AtomicInteger version = new AtomicInteger();
  private volatile boolean lit;

  @Actor
  public void writer() {
    version.getAndIncrement();
    lit = true;
  }

  @Actor
  public void reader(IZ_Result r) {
    r.r1 = version.get();
    r.r2 = lit;
  }
}
