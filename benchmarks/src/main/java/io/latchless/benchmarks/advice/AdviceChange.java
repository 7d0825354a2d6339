package io.latchless.benchmarks.advice;

/**
 * A condition under which the answer would be different.
 *
 * @param condition what would have to change, such as "with 8 threads"
 * @param advice the answer under that condition
 */
public record AdviceChange(String condition, Advice advice) {}
