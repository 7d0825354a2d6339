package io.latchless.eventbus;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The newest event of a topic, with a version that grows by one with each event. */
final class Retained {
  private final AtomicReference<@Nullable Envelope> newest = new AtomicReference<>();

  /** Replaces the newest event. Returns its version, which is at least 1. */
  long replace(Object event) {
    for (; ; ) {
      Envelope seen = newest.get();
      long version = seen == null ? 1 : seen.version + 1;
      if (newest.compareAndSet(seen, new Envelope(event, version, 0, null))) {
        return version;
      }
    }
  }

  @Nullable Envelope newest() {
    return newest.get();
  }

  long version() {
    Envelope seen = newest.get();
    return seen == null ? Envelope.UNVERSIONED : seen.version;
  }
}
