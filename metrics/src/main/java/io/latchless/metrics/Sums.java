package io.latchless.metrics;

/** Sums of numbers from 0 upward that stay at 2^63 - 1 instead of beginning again below 0. */
final class Sums {
  private Sums() {}

  /** Of two numbers that are not negative. */
  static long saturatingAdd(long one, long other) {
    return capped(one + other);
  }

  /** What a number of 64 bits without a sign is, up to the greatest {@code long}. */
  static long capped(long unsigned) {
    return unsigned < 0 ? Long.MAX_VALUE : unsigned;
  }
}
