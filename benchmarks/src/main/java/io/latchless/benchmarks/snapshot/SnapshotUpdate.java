package io.latchless.benchmarks.snapshot;

import io.latchless.benchmarks.contest.Stopwatch;
import io.latchless.benchmarks.workload.Mix;
import io.latchless.primitives.ListenerErrorHandler;
import java.util.concurrent.atomic.AtomicReference;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Replaces a configuration by one made from it. */
@State(Scope.Benchmark)
public class SnapshotUpdate {
  @Param({
    "SnapshotRef",
    "AtomicReference",
    "synchronized",
    "ReentrantLock",
    "ReentrantReadWriteLock",
    "StampedLock"
  })
  public String subject;

  @Param("0")
  public int work;

  private ValueRef<Settings> ref;

  @Setup
  public void create() {
    ref = ref(subject);
  }

  private static ValueRef<Settings> ref(String subject) {
    return subject.equals("AtomicReference")
        ? new AtomicReferenceRef<>(new AtomicReference<>(Settings.DEFAULT))
        : Snapshots.create(subject, Settings.DEFAULT, ListenerErrorHandler.logging());
  }

  static Object structure(String subject) {
    ValueRef<Settings> ref = ref(subject);
    if (ref instanceof LatchlessRef<Settings> ours) {
      return ours.ref();
    }
    return ref instanceof AtomicReferenceRef<Settings> peer ? peer.ref() : ref;
  }

  @Benchmark
  public Object update() {
    Blackhole.consumeCPU(work);
    return ref.updateAndGet(Settings::withOneMoreRetry);
  }

  @Benchmark
  public Object updateTimed(Stopwatch watch) {
    Blackhole.consumeCPU(work);
    long start = watch.start();
    Object updated = ref.updateAndGet(Settings::withOneMoreRetry);
    watch.stop(start);
    return updated;
  }

  @Benchmark
  public Object mix(Mix mix) {
    return mix.nextIsWrite() ? ref.updateAndGet(Settings::withOneMoreRetry) : ref.get();
  }
}
