package io.latchless.benchmarks.bus;

import io.latchless.benchmarks.contest.Stopwatch;
import io.latchless.benchmarks.handlers.DispatchTally;
import io.latchless.benchmarks.handlers.Handler;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/** Publishes events to four subscribers, one of which sleeps for each. A full queue drops. */
@State(Scope.Benchmark)
public class PublishBesideSleeper {
  /** Our bus without the sleep. */
  static final String AWAKE = "EventBus with none asleep";

  private static final DispatchTally EVENT = new DispatchTally();
  private static final int SUBSCRIBERS = 4;
  private static final long SLEEP_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  @Param({
    Buses.OURS,
    AWAKE,
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

  /** The publisher's pause between two events, in tokens of {@code Blackhole.consumeCPU}. */
  @Param("0")
  public int work;

  private Bus bus;

  @Setup
  public void create() {
    bus =
        subject.equals(AWAKE)
            ? bus(Buses.OURS, event -> {})
            : bus(subject, event -> LockSupport.parkNanos(SLEEP_NANOS));
  }

  private static Bus bus(String name, Handler last) {
    List<Handler> handlers = new ArrayList<>(Collections.nCopies(SUBSCRIBERS - 1, event -> {}));
    handlers.add(last);
    return Buses.queued(name, handlers, WhenFull.DROP);
  }

  @TearDown
  public void stop() throws InterruptedException {
    bus.stop();
  }

  @Benchmark
  public void publish() throws InterruptedException {
    Blackhole.consumeCPU(work);
    bus.publish(EVENT);
  }

  @Benchmark
  public void publishTimed(Stopwatch watch) throws InterruptedException {
    Blackhole.consumeCPU(work);
    long start = watch.start();
    bus.publish(EVENT);
    watch.stop(start);
  }
}
