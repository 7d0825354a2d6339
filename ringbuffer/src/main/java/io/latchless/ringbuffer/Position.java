package io.latchless.ringbuffer;

import io.latchless.primitives.internal.Padding.PaddedLong;

/** A position that only grows, alone on its cache lines. */
final class Position extends PaddedLong {
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
