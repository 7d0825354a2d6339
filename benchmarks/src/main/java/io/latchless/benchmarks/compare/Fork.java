package io.latchless.benchmarks.compare;

import io.latchless.benchmarks.contest.Contest;
import io.latchless.benchmarks.contest.Subject;

/**
 * One JVM's work: one subject of one contest, measured once.
 *
 * @param contest what is asked
 * @param subject who answers
 * @param measure what is measured
 * @param allocation whether allocated bytes are counted too
 */
public record Fork(Contest contest, Subject subject, Measure measure, boolean allocation) {}
