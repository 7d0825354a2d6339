package io.latchless.stress.freeze;

import java.time.Duration;

/**
 * How long an operation may take before it counts as stopped. Three limits, because a busy machine
 * can hold up any thread for long: time on the processor and time spent in one uninterrupted wait
 * convict soon and do not depend on the load; time on the clock is the last resort.
 *
 * @param processor time on the processor, for one that spins
 * @param waiting uninterrupted time parked or at a monitor, for one that nobody wakes
 * @param clock time on the clock, for one that dozes and looks again
 */
record Patience(Duration processor, Duration waiting, Duration clock) {
  /** For a first verdict: an operation that is not stopped takes microseconds. */
  static final Patience FULL =
      new Patience(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(5));

  /** Once somebody was stopped at one place the claim is refuted and the others only counted. */
  static final Patience SHORT = uniform(Duration.ofMillis(50));

  /** For an operation that was stopped at an earlier place and has not come back since. */
  static final Patience PENDING = uniform(Duration.ofMillis(5));

  /** For operations that nobody holds up. */
  static final Patience UNDISTURBED =
      new Patience(Duration.ofSeconds(10), Duration.ofSeconds(3), Duration.ofSeconds(30));

  private static Patience uniform(Duration limit) {
    return new Patience(limit, limit, limit);
  }
}
