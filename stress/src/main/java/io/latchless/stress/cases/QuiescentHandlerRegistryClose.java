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
 * A handler's resources may be released once its close has reached quiescence: no call finds them
 * gone. The first number is what the handler saw when it was called.
 *
 * <p>Observed on two x86-64 cores, summed over all JVM modes:
 *
 * <pre>{@code
 * RESULT             JDK 17       JDK 25  DESCRIPTION
 * -1, 0                  12           34  closed first; a dispatch had not noticed at the check
 * -1, 1              26,777       18,080  closed first, not called
 * 0, 1              509,778      505,143  called; the close waited or came later
 * 0, 0                   25           10  called; not quiescent at the check
 * }</pre>
 */
@JCStressTest
@Outcome(
    id = "-1, 0",
    expect = Expect.ACCEPTABLE,
    desc = "closed first; a dispatch had not noticed at the check")
@Outcome(id = "-1, 1", expect = Expect.ACCEPTABLE, desc = "closed first, not called")
@Outcome(id = "0, 1", expect = Expect.ACCEPTABLE, desc = "called; the close waited or came later")
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "called; not quiescent at the check")
@Outcome(expect = Expect.FORBIDDEN, desc = "called after a quiescent close")
@State
public class QuiescentHandlerRegistryClose {
  private final QuiescentHandlerRegistry<String, int[]> registry = new QuiescentHandlerRegistry<>();
  private final int[] seen = {-1};
  private final QuiescentSubscription subscription = registry.subscribe("key", seen);

  /** Plain: the quiescent close orders all calls before it. */
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
