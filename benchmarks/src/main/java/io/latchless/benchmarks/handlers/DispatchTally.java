package io.latchless.benchmarks.handlers;

/**
 * The event of one thread. Its handlers write into it, on cache lines that no other thread uses.
 */
public final class DispatchTally {
  /** The number of unused longs on each side of the used one: 128 bytes. */
  private static final int PAD = 16;

  private final long[] cells = new long[2 * PAD + 1];

  /** Returns the value that the handlers have computed. */
  public long value() {
    return cells[PAD];
  }

  void set(long value) {
    cells[PAD] = value;
  }
}
