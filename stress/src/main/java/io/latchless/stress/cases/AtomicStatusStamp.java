package io.latchless.stress.cases;

import io.latchless.primitives.AtomicStatus;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JZ_Result;

/**
 * State and version share one word: with two alternating states, the version determines the state.
 *
 * <p>Observed on two x86-64 cores, summed over all JVM modes:
 *
 * <pre>{@code
 * RESULT             JDK 17       JDK 25  DESCRIPTION
 * 0, false          578,549      487,490  before
 * 1, true               499          221  between
 * 2, false          902,693    1,195,068  after
 * }</pre>
 */
@JCStressTest
@Outcome(id = "0, false", expect = Expect.ACCEPTABLE, desc = "before")
@Outcome(id = "1, true", expect = Expect.ACCEPTABLE, desc = "between")
@Outcome(id = "2, false", expect = Expect.ACCEPTABLE, desc = "after")
@Outcome(expect = Expect.FORBIDDEN, desc = "the state of one version with the number of another")
@State
public class AtomicStatusStamp {
  private final AtomicStatus<Lamp> status = Lamp.status();

  @Actor
  public void writer() {
    status.transition(Lamp.LIT);
    status.transition(Lamp.DARK);
  }

  @Actor
  public void reader(JZ_Result r) {
    long stamp = status.stamp();
    r.r1 = status.versionOf(stamp);
    r.r2 = status.stateOf(stamp) == Lamp.LIT;
  }
}
