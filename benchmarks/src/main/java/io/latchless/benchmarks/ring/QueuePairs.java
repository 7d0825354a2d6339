package io.latchless.benchmarks.ring;

import io.latchless.benchmarks.contest.Stopwatch;
import java.util.Queue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Each thread puts an element in and takes one out of a queue that is never full or empty then.
 * Agrona's says that it is while another thread is in the middle of its operation, so an operation
 * is tried until it has succeeded: to be told no is quick, and would be counted as work.
 */
@State(Scope.Benchmark)
public class QueuePairs {
  private static final Object ELEMENT = new Object();

  @Param({
    Rings.MPMC,
    Rings.LOCK_FREE,
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

  @Param("1024")
  public int capacity;

  private Queue<Object> queue;

  @Setup
  public void create() {
    queue = Rings.queue(subject, capacity);
  }

  /** What is weighed. */
  public static Object structure(String subject) {
    return structure(subject, Rings.CAPACITY);
  }

  static Object structure(String subject, int capacity) {
    return Rings.queue(subject, capacity);
  }

  @Benchmark
  public Object pair() {
    Blackhole.consumeCPU(work);
    Patience.put(queue, ELEMENT);
    return Patience.take(queue);
  }

  @Benchmark
  public Object pairTimed(Stopwatch watch) {
    Blackhole.consumeCPU(work);
    long beforeOffer = watch.start();
    Patience.put(queue, ELEMENT);
    watch.stop(beforeOffer);
    long beforePoll = watch.start();
    Object taken = Patience.take(queue);
    watch.stop(beforePoll);
    return taken;
  }
}
