package io.latchless.stress.subjects;

import io.latchless.primitives.Snapshot;
import io.latchless.primitives.SnapshotRef;

/** A configuration that is incremented as a whole. */
public interface ConfigurationSubject {
  Halves read();

  /** Adds one to both halves and returns the published value. */
  Halves increment();

  /** Publishes the same value in both halves. */
  void replace(int value);

  static ConfigurationSubject of(SnapshotRef<Halves> ref) {
    return new ConfigurationSubject() {
      @Override
      public Halves read() {
        return ref.get();
      }

      @Override
      public Halves increment() {
        Snapshot<Halves> published = ref.update(Halves::next);
        return published.value();
      }

      @Override
      public void replace(int value) {
        ref.set(new Halves(value, value));
      }
    };
  }
}
