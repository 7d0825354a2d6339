package io.latchless.stress.subjects;

import io.latchless.primitives.SnapshotRef;
import java.util.function.UnaryOperator;

/** A value changed by a function, which runs again after each lost race. */
public interface Updating {
  void update(UnaryOperator<Halves> change);

  static Updating of(SnapshotRef<Halves> ref) {
    return ref::update;
  }
}
