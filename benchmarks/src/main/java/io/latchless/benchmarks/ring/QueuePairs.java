package io.latchless.benchmarks.ring;

import io.latchless.benchmarks.contest.Stopwatch;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Each thread puts an element in and takes one out, which never finds the queue full or empty. */
@State(Scope.Benchmark)
public class QueuePairs {
  private static final Object ELEMENT = new Object();

  @Param({
    Rings.MPMC,
    Rings.SCQ,
    Rings.JCTOOLS,
    Rings.JCTOOLS_VAR_HANDLE,
    Rings.AGRONA,
    Rings.ARRAY_BLOCKING_QUEUE,
    Rings.SYNCHRONIZED,
    Rings.BLOCKING,
    Rings.LINKED_BLOCKING_QUEUE,
    Rings.LINKED_TRANSFER_QUEUE
  })
  public String subject;

  @Param("0")
  public int work;

  private Queue<Object> queue;

  @Setup
  public void create() {
    queue = Rings.queue(subject, Rings.CAPACITY);
  }

  /** What is weighed. */
  public static Object structure(String subject) {
    return Rings.queue(subject, Rings.CAPACITY);
  }

  @Benchmark
  public @Nullable Object pair() {
    Blackhole.consumeCPU(work);
    var unused = queue.offer(ELEMENT);
    return queue.poll();
  }

  @Benchmark
  public @Nullable Object pairTimed(Stopwatch watch) {
    Blackhole.consumeCPU(work);
    long beforeOffer = watch.start();
    var unused = queue.offer(ELEMENT);
    watch.stop(beforeOffer);
    long beforePoll = watch.start();
    Object taken = queue.poll();
    watch.stop(beforePoll);
    return taken;
  }
}
