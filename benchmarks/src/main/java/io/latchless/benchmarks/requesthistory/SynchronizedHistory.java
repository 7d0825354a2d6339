package io.latchless.benchmarks.requesthistory;

import java.util.List;

/** A history behind its monitor. */
final class SynchronizedHistory implements History {
  private final PlainHistory history;

  SynchronizedHistory(int capacity) {
    history = new PlainHistory(capacity);
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
