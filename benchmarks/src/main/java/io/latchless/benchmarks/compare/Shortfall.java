package io.latchless.benchmarks.compare;

/**
 * A contest that got too few rounds for a verdict, though it could have gone on.
 *
 * @param contest its name
 * @param measure which of its measures
 * @param rounds how many it got
 * @param comparisons how many remain undecided by that
 */
public record Shortfall(String contest, Measure measure, int rounds, int comparisons) {}
