package io.latchless.benchmarks.scopes;

/** Computes the levels of an origin. */
final class Levels {
  private Levels() {}

  /** Returns the parent of an origin; the parent of a single name is the global origin. */
  static String above(String origin) {
    return origin.substring(0, Math.max(0, origin.lastIndexOf('.')));
  }
}
