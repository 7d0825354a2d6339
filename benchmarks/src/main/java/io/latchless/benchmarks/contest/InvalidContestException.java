package io.latchless.benchmarks.contest;

import java.io.Serial;

/** A contest that cannot be run as it was declared; the message names it and what is wrong. */
public final class InvalidContestException extends IllegalArgumentException {
  @Serial private static final long serialVersionUID = 1L;

  InvalidContestException(String contest, String fault) {
    super("contest \"" + contest + "\": " + fault);
  }
}
