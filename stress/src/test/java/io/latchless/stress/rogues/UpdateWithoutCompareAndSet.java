package io.latchless.stress.rogues;

import io.latchless.stress.jcstress.JcstressGateTest;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Copies the configuration, changes the copy and stores it: the other thread's change is lost. */
@Rogue(trap = "copy, change, store without compare-and-set", caughtBy = JcstressGateTest.class)
@JCStressTest
@Outcome(id = "3", expect = Expect.ACCEPTABLE, desc = "both applied")
@Outcome(expect = Expect.FORBIDDEN, desc = "an update was lost")
@State
public class UpdateWithoutCompareAndSet {
  private final AtomicInteger configuration = new AtomicInteger();

  private void add(int change) {
    configuration.set(configuration.get() + change);
  }

  @Actor
  public void first() {
    add(1);
  }

  @Actor
  public void second() {
    add(2);
  }

  @Arbiter
  public void end(I_Result r) {
    r.r1 = configuration.get();
  }
}
