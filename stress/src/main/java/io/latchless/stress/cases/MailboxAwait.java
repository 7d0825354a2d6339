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
 * A consumer that begins to wait while a value is put in gets it.
 *
 * <p>Seen on two x86-64 cores, all modes of the JVM together:
 *
 * <pre>{@code
 * RESULT             JDK 17       JDK 25  DESCRIPTION
 * 42                627,277    2,091,444  woken, or never asleep
 * }</pre>
 */
@JCStressTest
@Outcome(id = "42", expect = Expect.ACCEPTABLE, desc = "woken, or never asleep")
@Outcome(expect = Expect.FORBIDDEN, desc = "slept until the time was up")
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
      throw new AssertionError("nobody interrupts", e);
    }
  }

  @Actor
  public void producer() {
    mailbox.offer(new Box(42));
  }
}
