package io.latchless.benchmarks.requests;

import io.latchless.metrics.HistogramSnapshot;
import io.latchless.metrics.Outcome;
import io.latchless.metrics.RequestMetrics;
import io.latchless.metrics.RequestSnapshot;

/** Adapts a {@code RequestMetrics}. */
record LatchlessRequests(RequestMetrics metrics) implements Requests {
  @Override
  public void record(boolean success, long bytes, long nanos) {
    metrics.record(success ? Outcome.SUCCESS : Outcome.FAILURE, bytes, nanos);
  }

  @Override
  public RequestFigures figures() {
    RequestSnapshot now = metrics.snapshot();
    HistogramSnapshot latencies = now.latencies();
    return new RequestFigures(
        now.successes(),
        now.failures(),
        now.bytes(),
        now.totalLatency().toNanos(),
        now.minNanos(),
        now.maxNanos(),
        now.decayingMeanNanos(),
        now.decayingPerSecond(),
        latencies == null || now.requests() == 0
            ? Double.NaN
            : (double) latencies.quantile(0.99).orElseThrow());
  }
}
