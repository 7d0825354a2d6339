package io.latchless.benchmarks.results;

import java.time.Instant;
import java.util.List;

/**
 * One run of {@code compare}.
 *
 * @param schema version of this model, {@link #SCHEMA} when written by this build
 * @param started when the run began
 * @param budgetSeconds the time that the run was given, in seconds
 * @param elapsedSeconds the time that it took, in seconds
 * @param complete false when it was interrupted; what was finished by then is here
 * @param machine where it ran
 * @param contests every contest of which at least one round was finished, in catalogue order
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
