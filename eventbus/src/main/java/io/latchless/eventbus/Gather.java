package io.latchless.eventbus;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.internal.Arguments;
import java.time.Duration;

/**
 * When a request is over: at the time limit, and earlier when enough answers have come, when all
 * responders have answered or failed, or when enough answers have become impossible.
 *
 * @param answers how many answers are enough; {@link Integer#MAX_VALUE} for one of every responder
 * @param timeout the time limit
 * @since 0.1.0
 */
public record Gather(int answers, Duration timeout) {
  /**
   * Creates a rule.
   *
   * @param answers how many answers are enough; {@link Integer#MAX_VALUE} for one of every
   *     responder
   * @param timeout the time limit
   * @throws IllegalArgumentException if {@code answers} is less than 1, or {@code timeout} is
   *     negative
   */
  public Gather {
    Arguments.requireBetween(1, Integer.MAX_VALUE, answers, "answers");
    Arguments.requireNanos(requireNonNull(timeout, "timeout"), "timeout");
  }

  /**
   * Returns the rule that the first answer is enough.
   *
   * @param timeout the time limit
   * @return the rule
   * @throws IllegalArgumentException if {@code timeout} is negative
   */
  public static Gather first(Duration timeout) {
    return atLeast(1, timeout);
  }

  /**
   * Returns the rule that some answers are enough.
   *
   * @param answers how many, at least 1
   * @param timeout the time limit
   * @return the rule
   * @throws IllegalArgumentException if {@code answers} is less than 1, or {@code timeout} is
   *     negative
   */
  public static Gather atLeast(int answers, Duration timeout) {
    return new Gather(answers, timeout);
  }

  /**
   * Returns the rule that every responder must answer or fail.
   *
   * @param timeout the time limit
   * @return the rule
   * @throws IllegalArgumentException if {@code timeout} is negative
   */
  public static Gather all(Duration timeout) {
    return atLeast(Integer.MAX_VALUE, timeout);
  }
}
