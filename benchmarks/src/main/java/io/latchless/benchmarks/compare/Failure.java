package io.latchless.benchmarks.compare;

/**
 * A subject that gave no figure.
 *
 * @param contest its name
 * @param subject its name
 * @param reason in one line
 */
public record Failure(String contest, String subject, String reason) {}
