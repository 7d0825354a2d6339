package io.latchless.stress.cases;

import io.latchless.primitives.Snapshot;
import io.latchless.primitives.SnapshotRef;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JII_Result;

/**
 * The two halves of a configuration are read as one, although they are plain fields.
 *
 * <p>Observed on two x86-64 cores, summed over all JVM modes:
 *
 * <pre>{@code
 * RESULT             JDK 17       JDK 25  DESCRIPTION
 * 0, 0, 0           366,027      411,835  before
 * 1, 1, 1               529          301  between
 * 2, 2, 2           559,144      832,378  after
 * }</pre>
 */
@JCStressTest
@Outcome(id = "0, 0, 0", expect = Expect.ACCEPTABLE, desc = "before")
@Outcome(id = "1, 1, 1", expect = Expect.ACCEPTABLE, desc = "between")
@Outcome(id = "2, 2, 2", expect = Expect.ACCEPTABLE, desc = "after")
@Outcome(expect = Expect.FORBIDDEN, desc = "halves of different configurations")
@State
public class SnapshotRefHalves {
  private static final class Endpoint {
    int host;
    int port;

    Endpoint(int number) {
      host = number;
      port = number;
    }
  }

  private final SnapshotRef<Endpoint> ref = new SnapshotRef<>(new Endpoint(0));

  @Actor
  public void writer() {
    ref.set(new Endpoint(1));
    ref.set(new Endpoint(2));
  }

  @Actor
  public void reader(JII_Result r) {
    Snapshot<Endpoint> seen = ref.snapshot();
    r.r1 = seen.version();
    r.r2 = seen.value().host;
    r.r3 = seen.value().port;
  }
}
