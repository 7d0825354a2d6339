package io.latchless.stress.cases;

import io.latchless.primitives.Mailbox;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * One value is delivered exactly once, to one of two polling threads.
 *
 * <p>Observed on two x86-64 cores, summed over all JVM modes:
 *
 * <pre>{@code
 * RESULT             JDK 17       JDK 25  DESCRIPTION
 * 42, -1            887,446    1,182,892  the first got it
 * -1, 42            443,858      344,828  the second got it
 * }</pre>
 */
@JCStressTest
@Outcome(id = "42, -1", expect = Expect.ACCEPTABLE, desc = "the first got it")
@Outcome(id = "-1, 42", expect = Expect.ACCEPTABLE, desc = "the second got it")
@Outcome(expect = Expect.FORBIDDEN, desc = "delivered twice, or not at all")
@State
public class MailboxTwoPollers {
  private final Mailbox<Integer> mailbox = new Mailbox<>();

  public MailboxTwoPollers() {
    var unused = mailbox.offer(42);
  }

  @Actor
  public void first(II_Result r) {
    r.r1 = orNone(mailbox.poll());
  }

  @Actor
  public void second(II_Result r) {
    r.r2 = orNone(mailbox.poll());
  }

  private static int orNone(@Nullable Integer value) {
    return value == null ? -1 : value;
  }
}
