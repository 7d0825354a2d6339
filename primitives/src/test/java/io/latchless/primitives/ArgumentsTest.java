package io.latchless.primitives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.latchless.primitives.internal.Arguments;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArgumentsTest {
  @ParameterizedTest
  @ValueSource(longs = {0, 1, Long.MAX_VALUE})
  void letsNumbersFromZeroPass(long value) {
    assertThat(Arguments.requireNotNegative(value, "size")).isEqualTo(value);
    assertThat(Arguments.requireNanos(Duration.ofNanos(value), "timeout")).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE})
  void refusesNegativeNumbers(long value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Arguments.requireNotNegative(value, "size"))
        .withMessage("size must be at least 0, was " + value);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Arguments.requireNanos(Duration.ofNanos(value), "timeout"))
        .withMessage("timeout must be at least 0, was " + Duration.ofNanos(value));
  }

  @ParameterizedTest
  @ValueSource(longs = {9_223_372_037L, Long.MAX_VALUE})
  void takesLongerDurationsForTheLongest(long seconds) {
    assertThat(Arguments.requireNanos(Duration.ofSeconds(seconds), "timeout"))
        .isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void takesTheFirstDurationThatOverflowsForTheLongest() {
    Duration longest = Duration.ofNanos(Long.MAX_VALUE);
    assertThat(Arguments.requireNanos(longest.plusNanos(1), "timeout")).isEqualTo(Long.MAX_VALUE);
  }
}
