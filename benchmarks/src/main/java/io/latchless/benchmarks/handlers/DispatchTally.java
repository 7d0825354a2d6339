package io.latchless.benchmarks.handlers;

/** The event of one thread: what its handlers write into, on cache lines that no other has. */
public final class DispatchTally {
  /** Longs before and after the one that is used: 128 bytes. */
  private static final int PAD = 16;

  private final long[] cells = new long[2 * PAD + 1];

  /** What the handlers have made of it. */
  public long value() {
    return cells[PAD];
  }

  void set(long value) {
    cells[PAD] = value;
  }
}
