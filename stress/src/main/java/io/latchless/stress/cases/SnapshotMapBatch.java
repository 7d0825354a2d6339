package io.latchless.stress.cases;

import io.latchless.registry.MapSnapshot;
import io.latchless.registry.SnapshotMap;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * A snapshot contains a batch wholly or not at all, and what was written before it was put is
 * visible.
 *
 * <p>Observed on two x86-64 cores, summed over all JVM modes:
 *
 * <pre>{@code
 * RESULT             JDK 17       JDK 25  DESCRIPTION
 * 0, 0              707,555      398,077  before
 * 42, 42          1,362,343      498,794  after
 * }</pre>
 */
@JCStressTest
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "before")
@Outcome(id = "42, 42", expect = Expect.ACCEPTABLE, desc = "after")
@Outcome(expect = Expect.FORBIDDEN, desc = "partial, or half-built")
@State
public class SnapshotMapBatch {
  private final SnapshotMap<String, Box> map = new SnapshotMap<>();

  @Actor
  public void writer() {
    map.update(
        editor -> {
          editor.put("one", new Box(42));
          editor.put("other", new Box(42));
        });
  }

  @Actor
  public void reader(II_Result r) {
    MapSnapshot<String, Box> snapshot = map.snapshot();
    Box one = snapshot.get("one");
    Box other = snapshot.get("other");
    r.r1 = one == null ? 0 : one.value;
    r.r2 = other == null ? 0 : other.value;
  }
}
