package io.latchless.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class BudgetConverterTest {
  @ParameterizedTest
  @CsvSource({"8m,480", "90s,90", "PT8M,480", "pt8m,480", "1h30m,5400", "P1D,86400", "' 8m ',480"})
  void readsDurations(String text, long seconds) {
    assertThat(new BudgetConverter().convert(text)).hasSeconds(seconds);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "8", "m", "8x", "eight", "0s", "-1m", "8d", "99999h"})
  void refusesTheRest(String text) {
    assertThatThrownBy(() -> new BudgetConverter().convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("'" + text + "'");
  }
}
