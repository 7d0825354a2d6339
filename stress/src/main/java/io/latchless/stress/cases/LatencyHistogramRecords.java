package io.latchless.stress.cases;

import io.latchless.metrics.HistogramSnapshot;
import io.latchless.metrics.LatencyHistogram;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJ_Result;

/**
 * Concurrent records in one bucket are all counted, also when a failed update moves a writer to
 * another stripe.
 *
 * <p>Observed on two x86-64 cores, summed over all JVM modes:
 *
 * <pre>{@code
 * RESULT             JDK 17       JDK 25  DESCRIPTION
 * 5, 4            2,893,867    1,839,265  all counted, each in its bucket
 * }</pre>
 */
@JCStressTest
@Outcome(id = "5, 4", expect = Expect.ACCEPTABLE, desc = "all counted, each in its bucket")
@Outcome(expect = Expect.FORBIDDEN, desc = "a record was lost, or is in the wrong bucket")
@State
public class LatencyHistogramRecords {
  private final LatencyHistogram histogram = new LatencyHistogram(1, 3);

  @Actor
  public void first() {
    histogram.record(1);
    histogram.record(1);
  }

  @Actor
  public void second() {
    histogram.record(1);
    histogram.record(1);
    histogram.record(2);
  }

  @Arbiter
  public void total(JJ_Result r) {
    HistogramSnapshot end = histogram.snapshot();
    r.r1 = end.count();
    r.r2 = end.countAtMost(1);
  }
}
