package io.latchless.benchmarks.compare;

/**
 * A subject that could not be measured.
 *
 * @param contest the contest's name
 * @param subject the subject's name
 * @param reason the reason, in one line
 */
public record Failure(String contest, String subject, String reason) {}
