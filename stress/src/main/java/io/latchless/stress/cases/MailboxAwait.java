package io.latchless.stress.cases;

import io.latchless.primitives.Mailbox;
import java.time.Duration;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * A consumer that starts to wait while a value is being put receives it.
 *
 * <p>Observed on two x86-64 cores, summed over all JVM modes:
 *
 * <pre>{@code
 * RESULT             JDK 17       JDK 25  DESCRIPTION
 * 42                627,277    2,091,444  woken, or never parked
 * }</pre>
 */
@JCStressTest
@Outcome(id = "42", expect = Expect.ACCEPTABLE, desc = "woken, or never parked")
@Outcome(expect = Expect.FORBIDDEN, desc = "parked until the timeout")
@State
public class MailboxAwait {
  private static final Duration LONG_ENOUGH = Duration.ofSeconds(5);

  private final Mailbox<Box> mailbox = new Mailbox<>();

  @Actor
  public void consumer(I_Result r) {
    try {
      Box taken = mailbox.poll(LONG_ENOUGH);
      r.r1 = taken == null ? -1 : taken.value;
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted unexpectedly", e);
    }
  }

  @Actor
  public void producer() {
    var unused = mailbox.offer(new Box(42));
  }
}
