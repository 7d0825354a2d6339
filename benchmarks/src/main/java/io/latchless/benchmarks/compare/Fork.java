package io.latchless.benchmarks.compare;

import io.latchless.benchmarks.contest.Contest;
import io.latchless.benchmarks.contest.Subject;

/**
 * The work of one JVM: one subject of one contest, measured once.
 *
 * @param contest the contest
 * @param subject the measured subject
 * @param measure the quantity to measure
 * @param allocation whether to count allocated bytes as well
 */
public record Fork(Contest contest, Subject subject, Measure measure, boolean allocation) {}
