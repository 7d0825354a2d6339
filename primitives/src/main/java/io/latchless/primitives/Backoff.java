package io.latchless.primitives;

/** The pause that the loser of a compare-and-set takes before it tries again. */
public final class Backoff {
  /** Creates one. */
  public Backoff() {}

  /** Pauses. */
  public void pause() {
    Thread.onSpinWait();
  }
}
