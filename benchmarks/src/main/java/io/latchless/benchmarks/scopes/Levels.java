package io.latchless.benchmarks.scopes;

/** The levels of an origin. */
final class Levels {
  private Levels() {}

  /** The parent of an origin; that of a single name is the global one. */
  static String above(String origin) {
    return origin.substring(0, Math.max(0, origin.lastIndexOf('.')));
  }
}
