package io.latchless.stress.rogues;

import io.latchless.stress.jcstress.JcstressGateTest;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** Publishes what it made through a plain field, so that its contents may come after it. */
@Rogue(trap = "double-checked without volatile", caughtBy = JcstressGateTest.class)
@JCStressTest
@Outcome(id = "-1", expect = Expect.ACCEPTABLE, desc = "not there yet")
@Outcome(id = "10", expect = Expect.ACCEPTABLE, desc = "there, and finished")
@Outcome(expect = Expect.FORBIDDEN, desc = "half-built")
@State
public class DoubleCheckedWithoutVolatile {
  private static final class Connection {
    int a;
    int b;
    int c;
    int d;

    Connection(int n) {
      a = n;
      b = a + n;
      c = b + n;
      d = c + n;
    }
  }

  int one = 1;
  private @Nullable Connection instance;

  @Actor
  @SuppressWarnings("DoubleCheckedLocking") // the mistake on show
  public void initializer() {
    if (instance == null) {
      synchronized (this) {
        if (instance == null) {
          instance = new Connection(one);
        }
      }
    }
  }

  @Actor
  public void reader(I_Result r) {
    Connection seen = instance;
    r.r1 = seen == null ? -1 : seen.a + seen.b + seen.c + seen.d;
  }
}
