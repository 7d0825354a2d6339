package io.latchless.primitives.internal;

import io.latchless.primitives.internal.Padding.PaddedLong;

/** A {@code long} that many threads update, alone on its cache lines. */
public final class PaddedAtomicLong extends PaddedLong {
  public PaddedAtomicLong(long initial) {
    super(initial);
  }

  public long getVolatile() {
    return wordVolatile();
  }

  public long getAcquire() {
    return wordAcquire();
  }

  public long getOpaque() {
    return wordOpaque();
  }

  public void setOpaque(long next) {
    setWordOpaque(next);
  }

  public boolean compareAndSet(long expected, long next) {
    return casWord(expected, next);
  }

  public long getAndAdd(long delta) {
    return getAndAddWord(delta);
  }

  public long getAndSet(long next) {
    return getAndSetWord(next);
  }
}
