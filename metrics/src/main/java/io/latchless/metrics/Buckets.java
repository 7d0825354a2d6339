package io.latchless.metrics;

import io.latchless.primitives.internal.Arguments;

/**
 * Ranges of values that are counted together. They are one wide at first, and twice as wide from
 * octave to octave. The last one takes all values that are too high.
 *
 * <p>Source: the log-linear layout of Gil Tene's HdrHistogram, with a power of two as precision.
 *
 * @param precisionBits an octave has 2<sup>precisionBits</sup> buckets, so none is wider than its
 *     lowest value divided by that number
 * @param overflow the index of the last bucket, which takes the values that are too high
 */
record Buckets(int precisionBits, int overflow) {
  /*
   * A value keeps its highest bit and precisionBits bits behind it; shift is the number of bits
   * dropped. The index is shift << precisionBits, plus the bits kept. These start with a one, which
   * carries into the shift, so that octaves follow each other without a gap. In the first two
   * octaves nothing is dropped. Below 2^precisionBits the kept bits start with zeros, and the index
   * is the value.
   *
   *     precisionBits = 2     value  0 1 2 3  4 5 6 7  8-9 10-11 12-13 14-15  16-19 ...
   *                           index  0 1 2 3  4 5 6 7   8     9    10    11     12 ...
   */

  static final int LEAST_BITS = 1;
  static final int MOST_BITS = 14;

  /** Leaves room for one more bucket whose lowest value is still a long. */
  static final long MOST = (1L << 62) - 1;

  /**
   * Returns the layout for values up to a highest one.
   *
   * @param precisionBits from 1 to 14
   * @param highest from 1 to 2<sup>62</sup> - 1; rounded up to the end of its bucket
   */
  static Buckets of(int precisionBits, long highest) {
    Arguments.requireBetween(LEAST_BITS, MOST_BITS, precisionBits, "precisionBits");
    Arguments.requireBetween(1, MOST, highest, "highest");
    return new Buckets(precisionBits, indexAt(precisionBits, highest) + 1);
  }

  int count() {
    return overflow + 1;
  }

  /** Returns the highest value that is not too high. */
  long highestTrackable() {
    return highest(overflow - 1);
  }

  /** Returns the bucket of a value, which must not be negative. */
  int indexOf(long value) {
    return Math.min(indexAt(precisionBits, value), overflow);
  }

  private static int indexAt(int bits, long value) {
    int shift = Long.SIZE - 1 - bits - Long.numberOfLeadingZeros(value | 1L << bits);
    return (shift << bits) + (int) (value >>> shift);
  }

  long lowest(int index) {
    int shift = shiftAt(index);
    return (long) (index - (shift << precisionBits)) << shift;
  }

  long highest(int index) {
    return index == overflow ? Long.MAX_VALUE : lowest(index) + (1L << shiftAt(index)) - 1;
  }

  /**
   * Returns a value that stands for any value of the bucket: off by less than the value divided by
   * 2<sup>precisionBits + 1</sup>. For values that are too high it is the lowest of them.
   */
  long middle(int index) {
    long lowest = lowest(index);
    return index == overflow ? lowest : lowest + (highest(index) - lowest) / 2;
  }

  private int shiftAt(int index) {
    return Math.max((index >>> precisionBits) - 1, 0);
  }

  @Override
  public String toString() {
    return precisionBits + " bits up to " + highestTrackable();
  }
}
