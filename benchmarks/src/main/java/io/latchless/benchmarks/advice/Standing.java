package io.latchless.benchmarks.advice;

import io.latchless.benchmarks.choice.Candidate;
import io.latchless.benchmarks.results.Comparison;
import io.latchless.benchmarks.results.SubjectResult;
import org.jspecify.annotations.Nullable;

/**
 * How one candidate stands.
 *
 * @param candidate who it is
 * @param figures what was measured of it
 * @param median of its rounds, in operations a second
 * @param choiceAgainst the choice against this one; null for the choice itself, and if nobody is
 *     chosen
 * @param objection why it will not do, in words; null if it would
 */
public record Standing(
    Candidate candidate,
    SubjectResult figures,
    double median,
    @Nullable Comparison choiceAgainst,
    @Nullable String objection) {
  /** Whether it does all that is wanted. */
  public boolean wouldDo() {
    return objection == null;
  }
}
