package io.latchless.benchmarks.requesthistory;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Records requests in one history. */
@State(Scope.Benchmark)
public class RequestHistoryUse {
  private static final int CAPACITY = 1_024;

  @Param({RequestHistories.OURS, RequestHistories.SYNCHRONIZED, RequestHistories.LOCK})
  public String subject;

  private RecentRequests history;

  @Setup
  public void create() {
    history = RequestHistories.create(subject, CAPACITY);
  }

  static Object structure(String subject) {
    RecentRequests history = RequestHistories.create(subject, CAPACITY);
    Exchange exchange = new Exchange(true, 1, 1);
    for (int i = 0; i < CAPACITY; i++) {
      history.record(exchange);
    }
    return history instanceof LatchlessRequestHistory ours ? ours.history() : history;
  }

  @Benchmark
  public void record(Exchanges exchanges) {
    history.record(exchanges.next());
  }
}
