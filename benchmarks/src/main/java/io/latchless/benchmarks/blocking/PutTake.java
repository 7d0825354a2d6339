package io.latchless.benchmarks.blocking;

import io.latchless.benchmarks.ring.Rings;
import io.latchless.benchmarks.workload.BackgroundThread;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Puts elements that another thread takes. Each waits for the other if needed. */
@State(Scope.Benchmark)
public class PutTake {
  private static final Object ELEMENT = new Object();

  @Param({
    Rings.BLOCKING,
    Rings.ARRAY_BLOCKING_QUEUE,
    Rings.LINKED_BLOCKING_QUEUE,
    Channels.DISRUPTOR
  })
  public String subject;

  private Channel<Object> channel;
  private BackgroundThread taker;

  @Setup
  public void create() {
    Channel<Object> shared = Channels.create(subject, Rings.CAPACITY);
    taker = BackgroundThread.start("taker", shared::take);
    channel = shared;
  }

  @TearDown
  public void stop() throws InterruptedException {
    taker.stop();
  }

  @Benchmark
  public void put() throws InterruptedException {
    channel.put(ELEMENT);
  }
}
