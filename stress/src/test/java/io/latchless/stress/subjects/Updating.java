package io.latchless.stress.subjects;

import io.latchless.primitives.SnapshotRef;
import java.util.function.UnaryOperator;

/** A value that is changed by a function, which runs again whenever another change came first. */
public interface Updating {
  void update(UnaryOperator<Halves> change);

  static Updating of(SnapshotRef<Halves> ref) {
    return ref::update;
  }
}
