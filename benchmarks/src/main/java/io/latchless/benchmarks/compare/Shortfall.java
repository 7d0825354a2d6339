package io.latchless.benchmarks.compare;

/**
 * A contest that got too few rounds for a verdict although more were possible.
 *
 * @param contest the contest's name
 * @param measure the measure that is short of rounds
 * @param rounds the number of finished rounds
 * @param comparisons the number of comparisons that remain undecided
 */
public record Shortfall(String contest, Measure measure, int rounds, int comparisons) {}
