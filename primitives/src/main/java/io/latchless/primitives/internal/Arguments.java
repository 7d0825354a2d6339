package io.latchless.primitives.internal;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/** Checks arguments; the messages name the argument, its value and the bound. */
public final class Arguments {
  private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);

  private Arguments() {}

  public static long requireNotNegative(long value, String name) {
    if (value < 0) {
      throw new IllegalArgumentException(name + " must be at least 0, was " + value);
    }
    return value;
  }

  public static long requireBetween(long least, long most, long value, String name) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          name + " must be from " + least + " to " + most + ", was " + value);
    }
    return value;
  }

  /** Returns the time in nanoseconds, or {@link Long#MAX_VALUE}, 292 years, if it is longer. */
  public static long requireNanos(Duration timeout, String name) {
    requireNonNull(timeout, name);
    if (timeout.isNegative()) {
      throw new IllegalArgumentException(name + " must be at least 0, was " + timeout);
    }
    return timeout.compareTo(LONGEST) > 0 ? Long.MAX_VALUE : timeout.toNanos();
  }
}
