package io.latchless.stress.cases;

import io.latchless.registry.HandlerRegistry;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * A subscription to two keys takes effect for both at once: a thread that has seen the handler
 * under one key then sees it under the other.
 *
 * <p>Observed on two x86-64 cores, summed over all JVM modes:
 *
 * <pre>{@code
 * RESULT             JDK 17       JDK 25  DESCRIPTION
 * 0, 0              979,741      767,496  before
 * 0, 1                   41           68  between the two looks
 * 1, 1              988,471      443,268  after
 * }</pre>
 */
@JCStressTest
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "before")
@Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "between the two looks")
@Outcome(id = "1, 1", expect = Expect.ACCEPTABLE, desc = "after")
@Outcome(expect = Expect.FORBIDDEN, desc = "present under one key only")
@State
public class HandlerRegistrySeveralKeys {
  private final HandlerRegistry<String, String> registry = new HandlerRegistry<>();

  @Actor
  public void subscriber() {
    registry.subscribeAll(List.of("one", "other"), "handler", 0);
  }

  @Actor
  public void reader(II_Result r) {
    r.r1 = registry.handlerCount("one");
    r.r2 = registry.handlerCount("other");
  }
}
