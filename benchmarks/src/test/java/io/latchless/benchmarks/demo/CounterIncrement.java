package io.latchless.benchmarks.demo;

import io.latchless.benchmarks.contest.Stopwatch;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Increments one counter. */
@State(Scope.Benchmark)
public class CounterIncrement {
  interface Counter {
    long increment();
  }

  @Param({"CasCounter", "synchronized", "AtomicLong"})
  public String subject;

  @Param("0")
  public int work;

  private Counter counter;

  @Setup
  public void create() {
    counter = counter(subject);
  }

  static Counter counter(String subject) {
    return switch (subject) {
      case "CasCounter" -> new CasCounter();
      case "synchronized" -> new SynchronizedCounter();
      case "AtomicLong" -> new AtomicLong()::incrementAndGet;
      default -> throw new IllegalArgumentException(subject);
    };
  }

  @Benchmark
  public long increment() {
    Blackhole.consumeCPU(work);
    return counter.increment();
  }

  @Benchmark
  public long incrementTimed(Stopwatch watch) {
    long start = watch.start();
    long value = counter.increment();
    watch.stop(start);
    return value;
  }

  private static final class CasCounter implements Counter {
    private final AtomicLong value = new AtomicLong();

    @Override
    public long increment() {
      while (true) {
        long now = value.get();
        if (value.compareAndSet(now, now + 1)) {
          return now + 1;
        }
      }
    }
  }

  private static final class SynchronizedCounter implements Counter {
    private long value;

    @Override
    public synchronized long increment() {
      return ++value;
    }
  }
}
