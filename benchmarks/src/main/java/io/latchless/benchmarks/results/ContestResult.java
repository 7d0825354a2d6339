package io.latchless.benchmarks.results;

import java.util.List;

/**
 * The results of one contest.
 *
 * @param name unique, lower-case, {@code area/type/case}, for example {@code
 *     primitives/atomic-status/transition-2-threads}
 * @param question the question, one sentence
 * @param workload the work of every subject, in words: mix, size, local work
 * @param threads the number of threads on one subject
 * @param subjects the results of the subjects; the first is ours
 * @param comparisons the comparisons of ours with each opponent, per metric
 */
public record ContestResult(
    String name,
    String question,
    String workload,
    int threads,
    List<SubjectResult> subjects,
    List<Comparison> comparisons) {}
