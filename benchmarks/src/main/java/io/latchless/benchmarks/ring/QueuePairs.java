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
 * Each thread puts an element into a queue and takes one out, so the queue is never full or empty.
 * Agrona's queue still reports so while another thread is in the middle of an operation. An
 * operation is therefore tried until it succeeds: refusals are quick, and would otherwise count as
 * work.
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

  /** Returns the structure whose footprint is measured. */
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
