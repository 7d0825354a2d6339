package io.latchless.benchmarks.backoff;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Increments one counter. */
@State(Scope.Benchmark)
public class CounterIncrement {
  @Param({"CAS + Backoff", "naive CAS", "AtomicLong", "synchronized", "ReentrantLock"})
  public String subject;

  private ContendedCounter counter;

  @Setup
  public void create() {
    counter = Counters.create(subject);
  }

  @Benchmark
  public long increment() {
    return counter.increment();
  }
}
