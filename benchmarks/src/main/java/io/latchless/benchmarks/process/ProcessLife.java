package io.latchless.benchmarks.process;

import io.latchless.benchmarks.workload.Mix;
import io.latchless.primitives.ListenerErrorHandler;
import io.latchless.primitives.ProcessSnapshot;
import java.time.InstantSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Reads the status of a process, and moves it through its life cycle. */
@State(Scope.Benchmark)
public class ProcessLife {
  @Param({
    "ProcessStatusHolder",
    "synchronized",
    "ReentrantLock",
    "ReentrantReadWriteLock",
    "StampedLock"
  })
  public String subject;

  @Param("0")
  public int work;

  private ProcessHolder holder;
  private long generation;

  @Setup
  public void create() {
    holder = holder(subject);
  }

  private static ProcessHolder holder(String subject) {
    return ProcessHolders.create(subject, InstantSource.system(), ListenerErrorHandler.logging());
  }

  static Object structure(String subject) {
    ProcessHolder holder = holder(subject);
    return holder instanceof LatchlessProcessHolder ours ? ours.holder() : holder;
  }

  @Benchmark
  public ProcessSnapshot read() {
    return holder.get();
  }

  /** Runs a whole life cycle. For one thread only: a second thread would change the generation. */
  @Benchmark
  public boolean life() {
    return holder.markRunning(generation)
        && holder.markExited(generation, 0)
        && holder.restart(generation++);
  }

  @Benchmark
  public ProcessSnapshot mix(Mix mix) {
    ProcessSnapshot now = holder.get();
    if (mix.nextIsWrite()) {
      while (!advance(now)) {
        now = holder.get();
      }
    }
    return now;
  }

  @Benchmark
  public ProcessSnapshot share(Mix mix) {
    Blackhole.consumeCPU(work);
    return mix(mix);
  }

  private boolean advance(ProcessSnapshot now) {
    return switch (now.status()) {
      case PENDING -> holder.markRunning(now.generation());
      case RUNNING -> holder.markExited(now.generation(), 0);
      case STOPPED, FAILED, SUCCESS -> holder.restart(now.generation());
    };
  }
}
