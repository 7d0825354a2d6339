package io.latchless.benchmarks.requesthistory;

import java.util.List;

/** The operations of {@code RequestHistory}, for ours and the mutexes. */
public interface RecentRequests {
  /** Counts an exchange and keeps it as the newest. */
  void record(Exchange exchange);

  /** Returns the newest exchanges, the oldest of them first, without removing any. */
  List<Exchange> newest(int most);

  /** Returns the totals over all counted exchanges. */
  Totals totals();

  /** The figures over all requests, including those that are not among the newest. */
  record Totals(long successes, long failures, long bytes, long nanos, long least, long most) {}
}
