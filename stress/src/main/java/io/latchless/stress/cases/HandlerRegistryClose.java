package io.latchless.stress.cases;

import io.latchless.registry.HandlerRegistry;
import io.latchless.registry.HandlerSubscription;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * A dispatch that starts after a handler is closed does not call it.
 *
 * <p>Observed on two x86-64 cores, summed over all JVM modes:
 *
 * <pre>{@code
 * RESULT             JDK 17       JDK 25  DESCRIPTION
 * 0, 1              403,564      788,914  not closed yet, and called
 * 0, 0                   85          137  closed meanwhile
 * 1, 0            1,262,114      450,271  closed, and not called
 * }</pre>
 */
@JCStressTest
@Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "not closed yet, and called")
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "closed meanwhile")
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "closed, and not called")
@Outcome(expect = Expect.FORBIDDEN, desc = "called by a dispatch that started after it was closed")
@State
public class HandlerRegistryClose {
  private final HandlerRegistry<String, String> registry = new HandlerRegistry<>();
  private final HandlerSubscription subscription = registry.subscribe("key", "handler");
  private volatile boolean closed;

  @Actor
  public void closer() {
    subscription.close();
    closed = true;
  }

  @Actor
  public void dispatcher(II_Result r) {
    r.r1 = closed ? 1 : 0;
    r.r2 = registry.dispatch("key", "event", (handler, event) -> {});
  }
}
