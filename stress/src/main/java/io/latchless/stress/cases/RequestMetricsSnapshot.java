package io.latchless.stress.cases;

import io.latchless.metrics.RequestMetrics;
import io.latchless.metrics.RequestSnapshot;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJJ_Result;

/** A snapshot contains a record's request, bytes and bucket, or none of them. */
@JCStressTest
@Outcome(id = "0, 0, 0", expect = Expect.ACCEPTABLE, desc = "before")
@Outcome(id = "1, 7, 1", expect = Expect.ACCEPTABLE, desc = "after the first")
@Outcome(id = "2, 14, 2", expect = Expect.ACCEPTABLE, desc = "after both")
@Outcome(expect = Expect.FORBIDDEN, desc = "torn")
@State
public class RequestMetricsSnapshot {
  private final RequestMetrics metrics = RequestMetrics.builder().histogram(1, 4).build();

  @Actor
  public void writer() {
    metrics.record(io.latchless.metrics.Outcome.SUCCESS, 7, 3);
    metrics.record(io.latchless.metrics.Outcome.FAILURE, 7, 3);
  }

  @Actor
  @SuppressWarnings("NullAway") // there is a histogram
  public void reader(JJJ_Result r) {
    RequestSnapshot now = metrics.snapshot();
    r.r1 = now.requests();
    r.r2 = now.bytes();
    r.r3 = now.latencies().count();
  }
}
