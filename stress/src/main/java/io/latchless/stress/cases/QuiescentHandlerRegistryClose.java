package io.latchless.stress.cases;

import io.latchless.registry.QuiescentHandlerRegistry;
import io.latchless.registry.QuiescentSubscription;
import java.time.Duration;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * What a handler uses may be taken away once a close has been quiet: no call, early or late, finds
 * it gone. The first number is what a handler saw that was called.
 *
 * <p>Seen on two x86-64 cores, all modes of the JVM together:
 *
 * <pre>{@code
 * RESULT             JDK 17       JDK 25  DESCRIPTION
 * -1, 0                  12           34  closed first, but a dispatch had yet to notice at the one look
 * -1, 1              26,777       18,080  closed first, not called
 * 0, 1              509,778      505,143  called, and the close has waited or come later
 * 0, 0                   25           10  called, and was not quiet at the one look
 * }</pre>
 */
@JCStressTest
@Outcome(
    id = "-1, 0",
    expect = Expect.ACCEPTABLE,
    desc = "closed first, but a dispatch had yet to notice at the one look")
@Outcome(id = "-1, 1", expect = Expect.ACCEPTABLE, desc = "closed first, not called")
@Outcome(
    id = "0, 1",
    expect = Expect.ACCEPTABLE,
    desc = "called, and the close has waited or come later")
@Outcome(
    id = "0, 0",
    expect = Expect.ACCEPTABLE,
    desc = "called, and was not quiet at the one look")
@Outcome(expect = Expect.FORBIDDEN, desc = "called after it was closed and quiet")
@State
public class QuiescentHandlerRegistryClose {
  private final QuiescentHandlerRegistry<String, int[]> registry = new QuiescentHandlerRegistry<>();
  private final int[] seen = {-1};
  private final QuiescentSubscription subscription = registry.subscribe("key", seen);

  /** Plain: closing quietly is what orders the calls before it. */
  private int gone;

  @Actor
  public void dispatcher(II_Result r) {
    registry.dispatch("key", this, (result, self) -> result[0] = self.gone);
    r.r1 = seen[0];
  }

  @Actor
  public void closer(II_Result r) {
    boolean quiet = closeAndLook();
    if (quiet) {
      gone = 1;
    }
    r.r2 = quiet ? 1 : 0;
  }

  private boolean closeAndLook() {
    try {
      return subscription.closeAndAwaitQuiescence(Duration.ZERO);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
