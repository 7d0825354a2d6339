package io.latchless.stress.cases;

import io.latchless.registry.Propagation;
import io.latchless.registry.ScopedHandlerRegistry;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * A handler subscribed to a parent during a child's emission is either called, fully initialised,
 * or not yet present. The handlers at the other levels are always called.
 *
 * <p>Observed on two x86-64 cores, summed over all JVM modes:
 *
 * <pre>{@code
 * RESULT             JDK 17       JDK 25  DESCRIPTION
 * 1                 854,096    1,030,986  before
 * 43                620,993      107,616  after
 * }</pre>
 */
@JCStressTest
@Outcome(id = "1", expect = Expect.ACCEPTABLE, desc = "before")
@Outcome(id = "43", expect = Expect.ACCEPTABLE, desc = "after")
@Outcome(expect = Expect.FORBIDDEN, desc = "half-built, or another level was skipped")
@State
public class ScopedHandlerRegistryEmission {
  private final ScopedHandlerRegistry<Box> registry = new ScopedHandlerRegistry<>();

  public ScopedHandlerRegistryEmission() {
    registry.subscribe("parent.child", new Box(1));
  }

  @Actor
  public void subscriber() {
    registry.subscribe("parent", new Box(42));
  }

  @Actor
  public void emitter(I_Result r) {
    registry.emit(
        "parent.child",
        r,
        (box, result) -> {
          result.r1 += box.value;
          return Propagation.CONTINUE;
        });
  }
}
