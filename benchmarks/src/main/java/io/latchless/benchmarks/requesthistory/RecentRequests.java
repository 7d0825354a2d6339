package io.latchless.benchmarks.requesthistory;

import java.util.List;

/** What {@code RequestHistory} does, for ours and the mutexes alike. */
public interface RecentRequests {
  /** Counts an exchange, and keeps it as the newest. */
  void record(Exchange exchange);

  /** The newest, the oldest of them first; takes nothing out. */
  List<Exchange> newest(int most);

  /** Of all that have been counted. */
  Totals totals();

  /** What is kept of requests that are no longer among the newest. */
  record Totals(long successes, long failures, long bytes, long nanos, long least, long most) {}
}
