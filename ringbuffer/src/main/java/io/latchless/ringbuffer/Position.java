package io.latchless.ringbuffer;

import io.latchless.primitives.Backoff;
import io.latchless.primitives.internal.Padding.PaddedLong;

/** A position that only grows, alone on its cache lines. */
final class Position extends PaddedLong {
  /**
   * Of who loses a position. So long that of a thousand operations only about one pauses, where two
   * threads do nothing else: then the pause shows in few of their percentiles below the 99.9th.
   */
  static final Backoff BACKOFF = new Backoff(12_000);

  Position(long initial) {
    super(initial);
  }

  long getVolatile() {
    return wordVolatile();
  }

  long getAcquire() {
    return wordAcquire();
  }

  long getOpaque() {
    return wordOpaque();
  }

  void setOpaque(long next) {
    setWordOpaque(next);
  }

  boolean compareAndSet(long expected, long next) {
    return casWord(expected, next);
  }
}
