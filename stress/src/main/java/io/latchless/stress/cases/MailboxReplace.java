package io.latchless.stress.cases;

import io.latchless.primitives.Mailbox;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * Each of two values ends up in exactly one place: displaced, delivered or still in the mailbox.
 *
 * <p>Observed on two x86-64 cores, summed over all JVM modes:
 *
 * <pre>{@code
 * RESULT             JDK 17       JDK 25  DESCRIPTION
 * 1, 2, 0         1,244,157      906,518  displaced 1, delivered 2
 * 0, 1, 2           700,209      254,886  delivered 1, left 2 there
 * }</pre>
 */
@JCStressTest
@Outcome(id = "1, 2, 0", expect = Expect.ACCEPTABLE, desc = "displaced 1, delivered 2")
@Outcome(id = "0, 1, 2", expect = Expect.ACCEPTABLE, desc = "delivered 1, left 2 there")
@Outcome(expect = Expect.FORBIDDEN, desc = "a value was lost, or is in two places")
@State
public class MailboxReplace {
  private final Mailbox<Integer> mailbox = new Mailbox<>();

  public MailboxReplace() {
    var unused = mailbox.offer(1);
  }

  @Actor
  public void producer(III_Result r) {
    r.r1 = orNone(mailbox.replace(2));
  }

  @Actor
  public void consumer(III_Result r) {
    r.r2 = orNone(mailbox.poll());
  }

  @Arbiter
  public void end(III_Result r) {
    r.r3 = orNone(mailbox.poll());
  }

  private static int orNone(@Nullable Integer value) {
    return value == null ? 0 : value;
  }
}
