package io.latchless.stress;

import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

@JCStressTest
@Outcome(
    id = {"1, 2", "2, 1"},
    expect = Expect.ACCEPTABLE,
    desc = "both counted")
@State
public class SeedStress {
  private final AtomicInteger count = new AtomicInteger();

  @Actor
  public void first(II_Result r) {
    r.r1 = count.incrementAndGet();
  }

  @Actor
  public void second(II_Result r) {
    r.r2 = count.incrementAndGet();
  }
}
