package io.latchless.benchmarks.requesthistory;

import io.latchless.metrics.Outcome;
import io.latchless.metrics.RequestHistory;
import io.latchless.metrics.RequestSnapshot;
import java.util.List;

/** Adapts a {@code RequestHistory}. */
record LatchlessRequestHistory(RequestHistory<Exchange> history) implements RecentRequests {
  @Override
  public void record(Exchange exchange) {
    history.record(
        exchange,
        exchange.success() ? Outcome.SUCCESS : Outcome.FAILURE,
        exchange.bytes(),
        exchange.nanos());
  }

  @Override
  public List<Exchange> newest(int most) {
    return history.newest(most);
  }

  @Override
  public Totals totals() {
    RequestSnapshot now = history.metrics().snapshot();
    return new Totals(
        now.successes(),
        now.failures(),
        now.bytes(),
        now.totalLatency().toNanos(),
        now.minNanos(),
        now.maxNanos());
  }
}
