package io.latchless.benchmarks.bus;

import io.latchless.benchmarks.handlers.DispatchTally;
import io.latchless.benchmarks.handlers.Handler;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Publishes events to eight handlers that run on the publisher's thread. */
@State(Scope.Thread)
public class DirectPublish {
  static final int HANDLERS = 8;

  @Param({Buses.OURS, Buses.LOCK_TABLE, Buses.GUAVA, Buses.GREENROBOT, Buses.ARRAY})
  public String subject;

  private final DispatchTally tally = new DispatchTally();
  private Bus bus;

  @Setup
  public void create() {
    bus = Buses.direct(subject, IntStream.range(0, HANDLERS).mapToObj(Handler::numbered).toList());
  }

  @Benchmark
  public long publish() throws InterruptedException {
    bus.publish(tally);
    return tally.value();
  }
}
