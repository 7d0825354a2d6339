package io.latchless.benchmarks.bus;

import io.latchless.benchmarks.handlers.DispatchTally;
import io.latchless.benchmarks.handlers.Handler;
import java.util.Collections;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Publishes events to subscribers with queues, and waits at a full queue. The queues are full most
 * of the time, so events are published as fast as they are handled.
 */
@State(Scope.Benchmark)
public class QueuedPublish {
  private static final DispatchTally EVENT = new DispatchTally();

  @Param({
    Buses.OURS,
    Buses.QUEUES,
    Buses.ACTORS,
    Buses.WORKERS,
    Buses.SUBMISSION,
    Buses.ASYNC_GUAVA,
    Buses.MBASSADOR,
    Buses.SINKS,
    Buses.DISRUPTOR
  })
  public String subject;

  @Param("1")
  public int subscribers;

  /** The handlers' work, in tokens of {@code Blackhole.consumeCPU}. */
  @Param("0")
  public int work;

  private Bus bus;

  @Setup
  public void create() {
    int tokens = work;
    Handler handler = event -> Blackhole.consumeCPU(tokens);
    bus = Buses.queued(subject, Collections.nCopies(subscribers, handler), WhenFull.WAIT);
  }

  @TearDown
  public void stop() throws InterruptedException {
    bus.stop();
  }

  @Benchmark
  public void publish() throws InterruptedException {
    bus.publish(EVENT);
  }
}
