package io.latchless.benchmarks.curves;

/**
 * Two candidates whose break-even is sought.
 *
 * @param first the name of the candidate in question
 * @param second the name of the candidate that it is compared with
 */
public record Rivals(String first, String second) {}
