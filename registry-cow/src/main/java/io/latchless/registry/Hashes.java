package io.latchless.registry;

/**
 * Spreads hash codes. Those of ids such as process-123 differ in a few low bits, those of some
 * numbers in a few high ones; a table that took them as they are would cluster.
 *
 * <p>Source: Donald Knuth, The Art of Computer Programming 3, section 6.4: multiplicative hashing
 * by the golden ratio, which keeps codes that follow one another apart.
 */
final class Hashes {
  /** 2^32 divided by the golden ratio; odd, so different codes have different products. */
  private static final int GOLDEN = 0x9E3779B9;

  private Hashes() {}

  /** Spread over the high bits. */
  static int high(int hash) {
    return hash * GOLDEN;
  }

  /** Spread over all bits, and different for different hash codes. */
  static int mixed(int hash) {
    int product = hash * GOLDEN;
    return product ^ product >>> 12 ^ product >>> 20;
  }

  static int of(Object key) {
    return mixed(key.hashCode());
  }
}
