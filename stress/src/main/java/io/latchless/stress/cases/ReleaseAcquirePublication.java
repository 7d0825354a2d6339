package io.latchless.stress.cases;

import static java.lang.invoke.MethodHandles.lookup;

import java.lang.invoke.ConstantBootstraps;
import java.lang.invoke.VarHandle;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * A plain field stored before a release store is visible to the thread whose acquire load reads
 * that store.
 *
 * <p>Observed on two x86-64 cores, summed over all JVM modes:
 *
 * <pre>{@code
 * RESULT             JDK 17       JDK 25  DESCRIPTION
 * 0, 0              463,081      523,166  read too early
 * 0, 42               9,196          251  data ahead of its flag
 * 1, 42             975,311    1,477,962  published
 * }</pre>
 */
@JCStressTest
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "read too early")
@Outcome(id = "0, 42", expect = Expect.ACCEPTABLE, desc = "data ahead of its flag")
@Outcome(id = "1, 42", expect = Expect.ACCEPTABLE, desc = "published")
@Outcome(id = "1, 0", expect = Expect.FORBIDDEN, desc = "flag without data")
@State
public class ReleaseAcquirePublication {
  private static final VarHandle READY =
      ConstantBootstraps.fieldVarHandle(
          lookup(), "ready", VarHandle.class, ReleaseAcquirePublication.class, int.class);

  private int data;

  @SuppressWarnings("unused") // through READY
  private int ready;

  @Actor
  public void writer() {
    data = 42;
    READY.setRelease(this, 1);
  }

  @Actor
  public void reader(II_Result r) {
    r.r1 = (int) READY.getAcquire(this);
    r.r2 = data;
  }
}
