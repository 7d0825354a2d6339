package io.latchless.benchmarks.results;

import org.jspecify.annotations.Nullable;

/**
 * Ours against one opponent, from the ratios of paired rounds. A ratio above 1 always means that
 * ours is better: more operations a second, or less time for one.
 *
 * @param metric what is compared
 * @param opponent the other subject's name
 * @param rounds how many paired rounds there are
 * @param ratio the median of the paired ratios
 * @param low the lower end of its confidence interval of at least 95 %; null when undecided
 * @param high the upper end of the same interval; null when undecided
 * @param verdict what may be said
 */
public record Comparison(
    Metric metric,
    String opponent,
    int rounds,
    double ratio,
    @Nullable Double low,
    @Nullable Double high,
    Verdict verdict) {}
