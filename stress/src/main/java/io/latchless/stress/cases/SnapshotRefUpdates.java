package io.latchless.stress.cases;

import io.latchless.primitives.Snapshot;
import io.latchless.primitives.SnapshotRef;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IJ_Result;

/**
 * Two concurrent updates both take effect.
 *
 * <p>Observed on two x86-64 cores, summed over all JVM modes:
 *
 * <pre>{@code
 * RESULT             JDK 17       JDK 25  DESCRIPTION
 * 3, 2            1,468,035    2,708,320  both applied
 * }</pre>
 */
@JCStressTest
@Outcome(id = "3, 2", expect = Expect.ACCEPTABLE, desc = "both applied")
@Outcome(expect = Expect.FORBIDDEN, desc = "an update was lost")
@State
public class SnapshotRefUpdates {
  private final SnapshotRef<Integer> ref = new SnapshotRef<>(0);

  @Actor
  public void first() {
    ref.update(value -> value + 1);
  }

  @Actor
  public void second() {
    ref.update(value -> value + 2);
  }

  @Arbiter
  public void end(IJ_Result r) {
    Snapshot<Integer> last = ref.snapshot();
    r.r1 = last.value();
    r.r2 = last.version();
  }
}
