package io.latchless.stress.freeze;

import java.time.Duration;

/**
 * How long an operation may take before it counts as stopped. There are three limits, because a
 * busy machine can delay any thread for long. The limits on processor time and on one uninterrupted
 * wait are short and do not depend on the load; wall-clock time is the last resort.
 *
 * @param processor processor time, for an operation that spins
 * @param waiting uninterrupted time parked or blocked, for an operation that is never woken
 * @param clock wall-clock time, for an operation that sleeps and polls
 */
record Patience(Duration processor, Duration waiting, Duration clock) {
  /** For the first verdict; an operation that is not stopped takes microseconds. */
  static final Patience FULL =
      new Patience(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(5));

  /**
   * For later verdicts: after one stop the claim is refuted, and further stops are only counted.
   */
  static final Patience SHORT = uniform(Duration.ofMillis(50));

  /** For an operation that was stopped at an earlier place and has not returned since. */
  static final Patience PENDING = uniform(Duration.ofMillis(5));

  /** For operations while no thread is frozen. */
  static final Patience UNDISTURBED =
      new Patience(Duration.ofSeconds(10), Duration.ofSeconds(3), Duration.ofSeconds(30));

  private static Patience uniform(Duration limit) {
    return new Patience(limit, limit, limit);
  }
}
