package io.latchless.benchmarks.snapshot;

import io.latchless.primitives.ListenerErrorHandler;
import io.latchless.primitives.SnapshotRef;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Reads a configuration. */
@State(Scope.Benchmark)
public class SnapshotRead {
  @Param({
    "SnapshotRef",
    "AtomicReference",
    "synchronized",
    "ReentrantLock",
    "ReentrantReadWriteLock",
    "StampedLock"
  })
  public String subject;

  private Supplier<Settings> ref;

  @Setup
  public void create() {
    // Every subject is bound directly: an adapter would cost as much as the read.
    ref =
        switch (subject) {
          case "SnapshotRef" -> new SnapshotRef<>(Settings.DEFAULT)::get;
          case "AtomicReference" -> new AtomicReference<>(Settings.DEFAULT)::get;
          default ->
              Snapshots.create(subject, Settings.DEFAULT, ListenerErrorHandler.logging())::get;
        };
  }

  @Benchmark
  public Object read() {
    return ref.get();
  }
}
