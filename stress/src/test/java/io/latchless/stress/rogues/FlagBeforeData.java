package io.latchless.stress.rogues;

import io.latchless.stress.jcstress.JcstressGateTest;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Publishes a value after the flag that announces it. */
@Rogue(trap = "the ready flag written before the data", caughtBy = JcstressGateTest.class)
@JCStressTest
@Outcome(
    id = {"0, 0", "0, 42", "1, 42"},
    expect = Expect.ACCEPTABLE,
    desc = "too early, or published")
@Outcome(id = "1, 0", expect = Expect.FORBIDDEN, desc = "flag without data")
@State
public class FlagBeforeData {
  private volatile int data;
  private volatile int ready;

  @Actor
  public void writer() {
    ready = 1;
    data = 42;
  }

  @Actor
  public void reader(II_Result r) {
    r.r1 = ready;
    r.r2 = data;
  }
}
