package io.latchless.stress.rogues;

import io.latchless.stress.jcstress.JcstressGateTest;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Swaps the two halves of a configuration one after the other, each of them atomically. */
@Rogue(trap = "two halves of a configuration swapped separately", caughtBy = JcstressGateTest.class)
@JCStressTest
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "before")
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "after")
@Outcome(expect = Expect.FORBIDDEN, desc = "halves of different configurations")
@State
public class HalvesSwappedSeparately {
  private final AtomicInteger host = new AtomicInteger();
  private final AtomicInteger port = new AtomicInteger();

  @Actor
  public void writer() {
    host.set(1);
    port.set(1);
  }

  @Actor
  public void reader(II_Result r) {
    r.r1 = host.get();
    r.r2 = port.get();
  }
}
