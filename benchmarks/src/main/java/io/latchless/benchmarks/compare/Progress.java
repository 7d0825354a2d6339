package io.latchless.benchmarks.compare;

import java.time.Duration;

/** Receives the progress of a comparison. Only the comparing thread calls it. */
public interface Progress {
  /**
   * Reports that a fork begins.
   *
   * @param fork the fork
   * @param round the round, counted from 1
   * @param left the time left of the budget
   */
  void measuring(Fork fork, int round, Duration left);

  /**
   * Reports that the budget does not suffice for a verdict on everything. Called at most once,
   * after the first round.
   *
   * @param needed the budget that would suffice, judging by the forks so far
   */
  void tooShort(Duration needed);

  /** Reports that a subject failed and is withdrawn from its contest. */
  void failed(Failure failure);

  /** Reports that measuring has ended. */
  void finished();
}
