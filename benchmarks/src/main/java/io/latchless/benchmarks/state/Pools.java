package io.latchless.benchmarks.state;

import io.latchless.primitives.SnapshotRef;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Creates pools from their names in the contests. */
public final class Pools {
  static final String OURS = "SnapshotRef";
  static final String SYNCHRONIZED = "synchronized";
  static final String LOCK = "ReentrantLock";
  static final String STAMPED_LOCK = "StampedLock";
  static final String REFERENCE = "AtomicReference";
  static final String SEPARATE = "several atomics";

  /** The names of all pools with consistent reads, ours first. */
  static final List<String> WHOLE = List.of(OURS, SYNCHRONIZED, LOCK, STAMPED_LOCK, REFERENCE);

  private Pools() {}

  /** Creates a pool of idle connections. */
  static Pool create(String name) {
    return switch (name) {
      case OURS -> new LatchlessPool(new SnapshotRef<>(Connections.NEW));
      case SYNCHRONIZED -> new SynchronizedPool();
      case LOCK -> new LockPool();
      case STAMPED_LOCK -> new StampedLockPool();
      case REFERENCE -> new ReferencePool(new AtomicReference<>(Connections.NEW));
      case SEPARATE -> new SeparatePool();
      default -> throw new IllegalArgumentException(name);
    };
  }
}
