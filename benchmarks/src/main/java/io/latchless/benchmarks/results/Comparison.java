package io.latchless.benchmarks.results;

import org.jspecify.annotations.Nullable;

/**
 * Ours against one opponent, from the ratios of paired rounds. A ratio above 1 always means that
 * ours is better: more operations per second, or less time per operation.
 *
 * @param metric the compared metric
 * @param opponent the other subject's name
 * @param rounds the number of paired rounds
 * @param ratio the median of the paired ratios
 * @param low the lower end of the ratio's confidence interval of at least 95 %; null when undecided
 * @param high the upper end of the same interval; null when undecided
 * @param verdict the verdict that the interval allows
 */
public record Comparison(
    Metric metric,
    String opponent,
    int rounds,
    double ratio,
    @Nullable Double low,
    @Nullable Double high,
    Verdict verdict) {}
