package io.latchless.benchmarks.advice;

/**
 * Something else that would be answered otherwise.
 *
 * @param condition what would have to be different, as "with 8 threads"
 * @param advice what would be the answer then
 */
public record AdviceChange(String condition, Advice advice) {}
