package io.latchless.benchmarks.snapshot;

import io.latchless.benchmarks.cell.Cell;
import io.latchless.primitives.ListenerErrorHandler;
import io.latchless.primitives.SnapshotRef;
import java.util.List;
import java.util.stream.Stream;

/** Creates versioned references from their names in the contests. */
public final class Snapshots {
  /** The names of all references, ours first. */
  public static final List<String> NAMES =
      Stream.concat(Stream.of("SnapshotRef"), Cell.LOCKS.stream()).toList();

  private Snapshots() {}

  /** Creates a reference at version 0. */
  public static <T> VersionedRef<T> create(String name, T value, ListenerErrorHandler errors) {
    return name.equals("SnapshotRef")
        ? new LatchlessRef<>(new SnapshotRef<>(value, errors))
        : new MutexRef<>(name, value, errors);
  }
}
