package io.latchless.metrics;

/** Sums of non-negative numbers that stay at 2^63 - 1 instead of wrapping below 0. */
final class Sums {
  private Sums() {}

  /** Adds two non-negative numbers. */
  static long saturatingAdd(long one, long other) {
    return capped(one + other);
  }

  /** Returns an unsigned 64-bit number, or the greatest {@code long} if that is less. */
  static long capped(long unsigned) {
    return unsigned < 0 ? Long.MAX_VALUE : unsigned;
  }
}
