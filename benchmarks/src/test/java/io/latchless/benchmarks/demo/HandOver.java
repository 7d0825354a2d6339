package io.latchless.benchmarks.demo;

import io.latchless.benchmarks.contest.Stopwatch;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Hands values over, in a JMH group; the subject {@code stuck} never returns from an offer. */
@State(Scope.Group)
public class HandOver {
  @Param({"linked", "array", "stuck", "throws"})
  public String subject;

  private Queue<Integer> queue;

  @Setup
  public void create() {
    queue =
        switch (subject) {
          case "linked" -> new ConcurrentLinkedQueue<>();
          case "array" -> new ArrayBlockingQueue<>(64);
          case "stuck" -> new Stuck();
          default -> throw new IllegalArgumentException("no queue is called " + subject);
        };
  }

  @Benchmark
  @Group("transfer")
  public boolean offer() {
    return queue.size() < 64 && queue.offer(1);
  }

  @Benchmark
  @Group("transfer")
  public @Nullable Integer poll() {
    return queue.poll();
  }

  @Benchmark
  @Group("transferTimed")
  public boolean offerTimed(Stopwatch watch) {
    long start = watch.start();
    boolean offered = offer();
    watch.stop(start);
    return offered;
  }

  @Benchmark
  @Group("transferTimed")
  public @Nullable Integer pollTimed(Stopwatch watch) {
    long start = watch.start();
    Integer polled = poll();
    watch.stop(start);
    return polled;
  }

  /** A queue that spins for ever in its first offer and ignores interrupts. */
  private static final class Stuck extends ArrayBlockingQueue<Integer> {
    private static final long serialVersionUID = 1L;

    Stuck() {
      super(1);
    }

    @Override
    public boolean offer(Integer value) {
      while (isEmpty()) {
        Thread.onSpinWait();
      }
      return false;
    }
  }
}
