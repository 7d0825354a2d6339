package io.latchless.registry;

/** Spreads hash codes over all 32 bits. */
final class Hashes {
  private Hashes() {}

  static int of(Object key) {
    return mixed(key.hashCode());
  }

  /**
   * Different for different hash codes. Those of ids such as process-123 differ in a few low bits,
   * and those of some numbers in a few high ones; a table that took them as they are would cluster.
   *
   * <p>Source: Austin Appleby, MurmurHash3, the last step for 32 bits (public domain).
   */
  static int mixed(int hash) {
    int first = (hash ^ hash >>> 16) * 0x85EBCA6B;
    int second = (first ^ first >>> 13) * 0xC2B2AE35;
    return second ^ second >>> 16;
  }
}
