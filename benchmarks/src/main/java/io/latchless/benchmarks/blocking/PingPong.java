package io.latchless.benchmarks.blocking;

import io.latchless.benchmarks.contest.Stopwatch;
import io.latchless.benchmarks.ring.Rings;
import io.latchless.benchmarks.workload.BackgroundThread;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Sends an element to another thread and waits until that thread has sent it back. */
@State(Scope.Benchmark)
public class PingPong {
  private static final Object BALL = new Object();

  @Param({
    Rings.BLOCKING,
    Rings.ARRAY_BLOCKING_QUEUE,
    Rings.LINKED_BLOCKING_QUEUE,
    Rings.LINKED_TRANSFER_QUEUE,
    Channels.DISRUPTOR
  })
  public String subject;

  private Channel<Object> there;
  private Channel<Object> back;
  private BackgroundThread echo;

  @Setup
  public void create() {
    Channel<Object> forth = Channels.create(subject, Rings.CAPACITY);
    Channel<Object> home = Channels.create(subject, Rings.CAPACITY);
    echo = BackgroundThread.start("echo", () -> home.put(forth.take()));
    there = forth;
    back = home;
  }

  @TearDown
  public void stop() throws InterruptedException {
    echo.stop();
  }

  @Benchmark
  public Object roundTrip() throws InterruptedException {
    there.put(BALL);
    return back.take();
  }

  @Benchmark
  public Object roundTripTimed(Stopwatch watch) throws InterruptedException {
    long start = watch.start();
    there.put(BALL);
    Object returned = back.take();
    watch.stop(start);
    return returned;
  }
}
