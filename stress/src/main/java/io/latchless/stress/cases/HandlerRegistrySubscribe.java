package io.latchless.stress.cases;

import io.latchless.registry.HandlerRegistry;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJI_Result;

/**
 * Two handlers subscribed to one key concurrently are both present, under distinct ids.
 *
 * <p>Observed on two x86-64 cores, summed over all JVM modes:
 *
 * <pre>{@code
 * RESULT             JDK 17       JDK 25  DESCRIPTION
 * 1, 2, 2           572,472    1,027,971  the first has the lower id
 * 2, 1, 2           275,211      295,572  the second has the lower id
 * }</pre>
 */
@JCStressTest
@Outcome(id = "1, 2, 2", expect = Expect.ACCEPTABLE, desc = "the first has the lower id")
@Outcome(id = "2, 1, 2", expect = Expect.ACCEPTABLE, desc = "the second has the lower id")
@Outcome(expect = Expect.FORBIDDEN, desc = "a handler is lost, or an id is given twice")
@State
public class HandlerRegistrySubscribe {
  private final HandlerRegistry<String, String> registry = new HandlerRegistry<>();

  @Actor
  public void first(JJI_Result r) {
    r.r1 = registry.subscribe("key", "first").id();
  }

  @Actor
  public void second(JJI_Result r) {
    r.r2 = registry.subscribe("key", "second").id();
  }

  @Arbiter
  public void end(JJI_Result r) {
    r.r3 = registry.handlerCount("key");
  }
}
