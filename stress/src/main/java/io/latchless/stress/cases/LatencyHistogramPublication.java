package io.latchless.stress.cases;

import io.latchless.metrics.LatencyHistogram;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JI_Result;

/**
 * A thread that finds a record in a snapshot sees what the recording thread did before it.
 *
 * <p>Observed on two x86-64 cores, summed over all JVM modes:
 *
 * <pre>{@code
 * RESULT             JDK 17       JDK 25  DESCRIPTION
 * 0, 0              762,774      316,007  nothing yet
 * 0, 42               2,049       10,928  not yet recorded
 * 1, 42           2,854,993    1,832,155  recorded
 * }</pre>
 */
@JCStressTest
@Outcome(id = "0, 0", expect = Expect.ACCEPTABLE, desc = "nothing yet")
@Outcome(id = "0, 42", expect = Expect.ACCEPTABLE, desc = "not yet recorded")
@Outcome(id = "1, 42", expect = Expect.ACCEPTABLE, desc = "recorded")
@Outcome(expect = Expect.FORBIDDEN, desc = "recorded, but what came before is not visible")
@State
public class LatencyHistogramPublication {
  private final LatencyHistogram histogram = new LatencyHistogram(1, 3);
  private int written;

  @Actor
  public void recorder() {
    written = 42;
    histogram.record(1);
  }

  @Actor
  public void reader(JI_Result r) {
    r.r1 = histogram.snapshot().count();
    r.r2 = written;
  }
}
