package io.latchless.benchmarks.requesthistory;

import java.util.List;

/** A history behind its monitor. */
final class SynchronizedRequestHistory implements RecentRequests {
  private final PlainRequestHistory history;

  SynchronizedRequestHistory(int capacity) {
    history = new PlainRequestHistory(capacity);
  }

  @Override
  public synchronized void record(Exchange exchange) {
    history.record(exchange);
  }

  @Override
  public synchronized List<Exchange> newest(int most) {
    return history.newest(most);
  }

  @Override
  public synchronized Totals totals() {
    return history.totals();
  }
}
