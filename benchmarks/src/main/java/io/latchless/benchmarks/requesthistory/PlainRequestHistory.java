package io.latchless.benchmarks.requesthistory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Figures in plain fields and a deque; the caller must hold a lock. */
final class PlainRequestHistory {
  private final int capacity;
  private final ArrayDeque<Exchange> newest;
  private long successes;
  private long failures;
  private long bytes;
  private long latencyNanos;
  private long minNanos = Long.MAX_VALUE;
  private long maxNanos;

  PlainRequestHistory(int capacity) {
    this.capacity = capacity;
    newest = new ArrayDeque<>(capacity);
  }

  void record(Exchange exchange) {
    if (exchange.success()) {
      successes++;
    } else {
      failures++;
    }
    bytes += exchange.bytes();
    latencyNanos += exchange.nanos();
    minNanos = Math.min(minNanos, exchange.nanos());
    maxNanos = Math.max(maxNanos, exchange.nanos());
    if (newest.size() == capacity) {
      newest.removeFirst();
    }
    newest.addLast(exchange);
  }

  List<Exchange> newest(int most) {
    List<Exchange> copy = new ArrayList<>(most);
    Iterator<Exchange> oldestFirst = newest.iterator();
    for (int skip = newest.size() - most; oldestFirst.hasNext(); skip--) {
      Exchange exchange = oldestFirst.next();
      if (skip <= 0) {
        copy.add(exchange);
      }
    }
    return copy;
  }

  RecentRequests.Totals totals() {
    return new RecentRequests.Totals(successes, failures, bytes, latencyNanos, minNanos, maxNanos);
  }
}
