package io.latchless.benchmarks.advice;

import io.latchless.benchmarks.choice.Candidate;
import io.latchless.benchmarks.results.Comparison;
import io.latchless.benchmarks.results.SubjectResult;
import org.jspecify.annotations.Nullable;

/**
 * The standing of one candidate.
 *
 * @param candidate the candidate
 * @param figures its measured figures
 * @param median the median of its rounds, in operations per second
 * @param choiceAgainst the choice compared with this candidate; null for the choice itself, and if
 *     there is no choice
 * @param objection why it does not meet the requirements, in words; null if it does
 */
public record Standing(
    Candidate candidate,
    SubjectResult figures,
    double median,
    @Nullable Comparison choiceAgainst,
    @Nullable String objection) {
  /** Returns whether the candidate meets the requirements. */
  public boolean wouldDo() {
    return objection == null;
  }
}
