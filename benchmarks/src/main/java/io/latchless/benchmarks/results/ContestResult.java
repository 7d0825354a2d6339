package io.latchless.benchmarks.results;

import java.util.List;

/**
 * What one contest measured.
 *
 * @param name unique, lower-case, {@code area/type/case}, for example {@code
 *     primitives/atomic-status/transition-2-threads}
 * @param question what the contest asks, one sentence in words
 * @param workload what every subject does, in words: mix, size, local work
 * @param threads how many threads hammer one subject
 * @param subjects everyone who took part; the first is ours
 * @param comparisons ours against each other subject, per metric
 */
public record ContestResult(
    String name,
    String question,
    String workload,
    int threads,
    List<SubjectResult> subjects,
    List<Comparison> comparisons) {}
