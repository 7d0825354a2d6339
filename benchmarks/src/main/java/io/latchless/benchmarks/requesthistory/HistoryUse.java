package io.latchless.benchmarks.requesthistory;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Records requests in one history. */
@State(Scope.Benchmark)
public class HistoryUse {
  private static final int CAPACITY = 1_024;

  @Param({Histories.OURS, Histories.SYNCHRONIZED, Histories.LOCK})
  public String subject;

  private History history;

  @Setup
  public void create() {
    history = Histories.create(subject, CAPACITY);
  }

  static Object structure(String subject) {
    History history = Histories.create(subject, CAPACITY);
    Exchange exchange = new Exchange(true, 1, 1);
    for (int i = 0; i < CAPACITY; i++) {
      history.record(exchange);
    }
    return history instanceof LatchlessHistory ours ? ours.history() : history;
  }

  @Benchmark
  public void record(Exchanges exchanges) {
    history.record(exchanges.next());
  }
}
