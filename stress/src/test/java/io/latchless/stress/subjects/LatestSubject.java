package io.latchless.stress.subjects;

import io.latchless.primitives.Latest;
import io.latchless.primitives.Snapshot;

/** The latest number, with its version. */
public interface LatestSubject {
  Snapshot<Integer> NOTHING = new Snapshot<>(0, 0);

  /** Returns the version of the published value. */
  long publish(int value);

  /** Returns value and version, or {@link #NOTHING}. */
  Snapshot<Integer> snapshot();

  static LatestSubject of(Latest<Integer> latest) {
    return new LatestSubject() {
      @Override
      public long publish(int value) {
        return latest.publish(value);
      }

      @Override
      public Snapshot<Integer> snapshot() {
        Snapshot<Integer> now = latest.snapshot();
        return now == null ? NOTHING : now;
      }
    };
  }
}
