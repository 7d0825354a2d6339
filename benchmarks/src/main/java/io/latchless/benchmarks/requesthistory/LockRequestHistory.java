package io.latchless.benchmarks.requesthistory;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** A history behind a lock. */
final class LockRequestHistory implements RecentRequests {
  private final ReentrantLock lock = new ReentrantLock();
  private final PlainRequestHistory history;

  LockRequestHistory(int capacity) {
    history = new PlainRequestHistory(capacity);
  }

  @Override
  public void record(Exchange exchange) {
    lock.lock();
    try {
      history.record(exchange);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<Exchange> newest(int most) {
    lock.lock();
    try {
      return history.newest(most);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Totals totals() {
    lock.lock();
    try {
      return history.totals();
    } finally {
      lock.unlock();
    }
  }
}
