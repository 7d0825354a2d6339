package io.latchless.primitives;

import static java.util.Objects.requireNonNull;

/**
 * A value and the version under which it was published, read at once.
 *
 * @param <T> the type of the value
 * @param value the value
 * @param version how many publications had come before it
 */
public record Snapshot<T>(T value, long version) {
  /**
   * Checks the parts.
   *
   * @param value the value
   * @param version how many publications had come before it
   * @throws IllegalArgumentException if {@code version} is negative
   */
  public Snapshot {
    requireNonNull(value, "value");
    Arguments.requireNotNegative(version, "version");
  }
}
