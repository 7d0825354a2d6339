package io.latchless.benchmarks.results;

import java.time.Instant;
import java.util.List;

/**
 * The results of one run of {@code compare} or {@code curves}.
 *
 * @param schema the version of this model; {@link #SCHEMA} if written by this build
 * @param started the start of the run
 * @param budgetSeconds the budget of the run, in seconds
 * @param elapsedSeconds the duration of the run, in seconds
 * @param complete false if the run was interrupted; the results then hold the finished rounds
 * @param machine the machine that it ran on
 * @param contests every contest with at least one finished round, in catalogue order
 */
public record Results(
    int schema,
    Instant started,
    double budgetSeconds,
    double elapsedSeconds,
    boolean complete,
    Machine machine,
    List<ContestResult> contests) {
  /** The version that this build writes and reads. */
  public static final int SCHEMA = 2;
}
