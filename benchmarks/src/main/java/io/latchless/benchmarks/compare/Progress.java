package io.latchless.benchmarks.compare;

import java.time.Duration;

/** Is told how a comparison goes on. Called by the comparing thread only. */
public interface Progress {
  /**
   * A fork begins.
   *
   * @param fork what it measures
   * @param round from 1
   * @param left of the budget
   */
  void measuring(Fork fork, int round, Duration left);

  /**
   * The budget will not do for a verdict on everything. Told at most once, after the first round.
   *
   * @param needed budget that would do, by what a fork has cost so far
   */
  void tooShort(Duration needed);

  /** A subject failed and is withdrawn from its contest. */
  void failed(Failure failure);

  /** Nothing more is measured. */
  void finished();
}
