package io.latchless.benchmarks.bus;

import io.latchless.benchmarks.contest.Stopwatch;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Asks three responders and waits for all answers. */
@State(Scope.Benchmark)
public class RequestRoundTrip {
  static final int RESPONDERS = 3;

  @Param({Buses.OURS, Buses.QUEUES, Buses.ACTORS})
  public String subject;

  private RequestBus bus;

  @Setup
  public void create() {
    bus = RequestBuses.create(subject, RESPONDERS);
  }

  @TearDown
  public void stop() throws InterruptedException {
    bus.stop();
  }

  @Benchmark
  public Map<String, Long> ask() throws InterruptedException {
    return bus.ask(1);
  }

  @Benchmark
  public Map<String, Long> askTimed(Stopwatch watch) throws InterruptedException {
    long start = watch.start();
    Map<String, Long> answers = bus.ask(1);
    watch.stop(start);
    return answers;
  }
}
