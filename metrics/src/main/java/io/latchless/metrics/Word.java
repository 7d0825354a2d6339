package io.latchless.metrics;

import io.latchless.primitives.internal.Padding.PaddedLong;

/** A number that many threads change, alone on its cache lines. */
final class Word extends PaddedLong {
  Word(long initial) {
    super(initial);
  }

  long getVolatile() {
    return wordVolatile();
  }

  long getOpaque() {
    return wordOpaque();
  }

  boolean compareAndSet(long expected, long next) {
    return casWord(expected, next);
  }

  long getAndAdd(long delta) {
    return getAndAddWord(delta);
  }

  long getAndSet(long next) {
    return getAndSetWord(next);
  }
}
