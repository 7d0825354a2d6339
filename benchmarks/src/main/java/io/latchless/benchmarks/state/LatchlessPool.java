package io.latchless.benchmarks.state;

import io.latchless.primitives.SnapshotRef;

/** Ours: one reference to an immutable record. */
record LatchlessPool(SnapshotRef<Connections> now) implements Pool {
  @Override
  public void move(int step) {
    now.update(before -> before.moved(step));
  }

  @Override
  public int count() {
    return now.get().count();
  }
}
