package io.latchless.benchmarks.contest;

import java.io.Serial;

/**
 * Thrown for a contest that cannot run as declared. The message names the contest and the fault.
 */
public final class InvalidContestException extends IllegalArgumentException {
  @Serial private static final long serialVersionUID = 1L;

  InvalidContestException(String contest, String fault) {
    super("contest \"" + contest + "\": " + fault);
  }
}
