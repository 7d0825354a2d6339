package io.latchless.registry;

/**
 * Spreads hash codes. Those of ids such as process-123 differ in a few low bits, those of some
 * numbers in a few high bits. Without spreading, the keys of a table would cluster.
 *
 * <p>Source: Donald Knuth, The Art of Computer Programming 3, section 6.4: multiplicative hashing
 * by the golden ratio, which keeps consecutive codes apart.
 */
final class Hashes {
  /** 2^32 divided by the golden ratio; odd, so different codes have different products. */
  private static final int GOLDEN = 0x9E3779B9;

  private Hashes() {}

  /** Returns a hash that is spread over the high bits. */
  static int high(int hash) {
    return hash * GOLDEN;
  }

  /** Returns a hash that is spread over all bits. Different hash codes have different results. */
  static int mixed(int hash) {
    int product = hash * GOLDEN;
    return product ^ product >>> 12 ^ product >>> 20;
  }

  static int of(Object key) {
    return mixed(key.hashCode());
  }
}
