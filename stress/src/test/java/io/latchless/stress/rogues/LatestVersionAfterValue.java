package io.latchless.stress.rogues;

import io.latchless.stress.jcstress.JcstressGateTest;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Stores the value first and increments the version afterwards. */
@Rogue(trap = "value and version in two fields", caughtBy = JcstressGateTest.class)
@JCStressTest
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "nothing yet")
@Outcome(id = "1, 10", expect = Expect.ACCEPTABLE, desc = "the first")
@Outcome(id = "2, 20", expect = Expect.ACCEPTABLE, desc = "the second")
@Outcome(expect = Expect.FORBIDDEN, desc = "a value with the version of another")
@State
public class LatestVersionAfterValue {
  private final AtomicInteger version = new AtomicInteger();
  private volatile int value;

  private void publish(int next) {
    value = next;
    version.getAndIncrement();
  }

  @Actor
  public void publisher() {
    publish(10);
    publish(20);
  }

  @Actor
  public void reader(II_Result r) {
    r.r1 = version.get();
    r.r2 = value;
  }
}
