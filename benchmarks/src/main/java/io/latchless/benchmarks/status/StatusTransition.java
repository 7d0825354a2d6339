package io.latchless.benchmarks.status;

import io.latchless.benchmarks.contest.Stopwatch;
import io.latchless.benchmarks.workload.Light;
import io.latchless.benchmarks.workload.Lights;
import io.latchless.benchmarks.workload.Mix;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Moves a status to its next state. The graph allows every transition, so each call takes the lock,
 * or succeeds in a compare-and-set, exactly once.
 */
@State(Scope.Benchmark)
public class StatusTransition {
  @Param({
    "AtomicStatus",
    "naive CAS",
    "synchronized",
    "ReentrantLock",
    "ReentrantReadWriteLock",
    "StampedLock"
  })
  public String subject;

  @Param("0")
  public int work;

  private Status<Light> status;

  @Setup
  public void create() {
    status = Statuses.create(subject, Light.anyToAny());
  }

  static Object structure(String subject) {
    Status<Light> status = Statuses.create(subject, Light.anyToAny());
    return status instanceof LatchlessStatus<Light> ours ? ours.status() : status;
  }

  @Benchmark
  public Light transition(Lights lights) {
    Blackhole.consumeCPU(work);
    return status.transition(lights.next());
  }

  @Benchmark
  public Light transitionTimed(Lights lights, Stopwatch watch) {
    Blackhole.consumeCPU(work);
    Light next = lights.next();
    long start = watch.start();
    Light before = status.transition(next);
    watch.stop(start);
    return before;
  }

  @Benchmark
  public Light mix(Lights lights, Mix mix) {
    return mix.nextIsWrite() ? status.transition(lights.next()) : status.get();
  }

  @Benchmark
  public Light share(Lights lights, Mix mix) {
    Blackhole.consumeCPU(work);
    return mix(lights, mix);
  }
}
