package io.latchless.benchmarks.curves;

/**
 * Two candidates of which it is asked where they break even.
 *
 * @param first the name of the one that is asked about
 * @param second the name of the one that it is held against
 */
public record Rivals(String first, String second) {}
