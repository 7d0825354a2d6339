package io.latchless.stress.cases;

import io.latchless.primitives.Mailbox;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IZ_Result;

/**
 * The consumer sees everything the producer wrote to a value before it offered it.
 *
 * <p>Observed on two x86-64 cores, summed over all JVM modes:
 *
 * <pre>{@code
 * RESULT             JDK 17       JDK 25  DESCRIPTION
 * -1, false         275,278      254,102  polled too early, still in
 * 42, true          368,827    1,116,298  handed over, and gone
 * }</pre>
 */
@JCStressTest
@Outcome(id = "-1, false", expect = Expect.ACCEPTABLE, desc = "polled too early, still in")
@Outcome(id = "42, true", expect = Expect.ACCEPTABLE, desc = "handed over, and gone")
@Outcome(expect = Expect.FORBIDDEN, desc = "half-built, or both taken and still there")
@State
public class MailboxHandOver {
  private final Mailbox<Box> mailbox = new Mailbox<>();

  @Actor
  public void producer() {
    var unused = mailbox.offer(new Box(42));
  }

  @Actor
  public void consumer(IZ_Result r) {
    Box taken = mailbox.poll();
    r.r1 = taken == null ? -1 : taken.value;
  }

  @Arbiter
  public void end(IZ_Result r) {
    r.r2 = mailbox.isEmpty();
  }
}
