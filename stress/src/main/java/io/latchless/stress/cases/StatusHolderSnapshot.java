package io.latchless.stress.cases;

import io.latchless.primitives.StatusHolder;
import io.latchless.primitives.StatusSnapshot;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JZI_Result;

/**
 * State, version and data of a snapshot belong together, and the data's plain fields are visible.
 *
 * <p>Observed on two x86-64 cores, summed over all JVM modes:
 *
 * <pre>{@code
 * RESULT             JDK 17       JDK 25  DESCRIPTION
 * 0, false, 0       132,471      564,447  before
 * 1, true, 1            191          446  between
 * 2, false, 2       164,891    1,015,660  after
 * }</pre>
 */
@JCStressTest
@Outcome(id = "0, false, 0", expect = Expect.ACCEPTABLE, desc = "before")
@Outcome(id = "1, true, 1", expect = Expect.ACCEPTABLE, desc = "between")
@Outcome(id = "2, false, 2", expect = Expect.ACCEPTABLE, desc = "after")
@Outcome(expect = Expect.FORBIDDEN, desc = "parts from different snapshots")
@State
public class StatusHolderSnapshot {
  private final StatusHolder<Lamp, Box> holder = Lamp.holder(new Box(0));

  @Actor
  public void writer() {
    holder.transition(Lamp.LIT, new Box(1));
    holder.transition(Lamp.DARK, new Box(2));
  }

  @Actor
  public void reader(JZI_Result r) {
    StatusSnapshot<Lamp, Box> snapshot = holder.get();
    r.r1 = snapshot.version();
    r.r2 = snapshot.state() == Lamp.LIT;
    r.r3 = snapshot.data().value;
  }
}
