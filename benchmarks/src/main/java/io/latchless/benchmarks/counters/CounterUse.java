package io.latchless.benchmarks.counters;

import io.latchless.benchmarks.workload.Mix;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Increments one counter, or reads its sum. */
@State(Scope.Benchmark)
public class CounterUse {
  @Param({
    SharedCounters.OURS,
    SharedCounters.LONG_ADDER,
    SharedCounters.ATOMIC_LONG,
    SharedCounters.SYNCHRONIZED,
    SharedCounters.LOCK
  })
  public String subject;

  @Param("0")
  public int work;

  private SharedCounter counter;

  @Setup
  public void create() {
    counter = SharedCounters.create(subject);
  }

  static Object structure(String subject) {
    SharedCounter counter = SharedCounters.create(subject);
    if (counter instanceof LatchlessCounter ours) {
      return ours.counter();
    }
    if (counter instanceof AdderCounter peer) {
      return peer.adder();
    }
    return counter instanceof AtomicCounter peer ? peer.word() : counter;
  }

  @Benchmark
  public void increment() {
    counter.increment();
  }

  @Benchmark
  public long share(Mix mix) {
    Blackhole.consumeCPU(work);
    if (mix.nextIsWrite()) {
      counter.increment();
      return 0;
    }
    return counter.sum();
  }
}
