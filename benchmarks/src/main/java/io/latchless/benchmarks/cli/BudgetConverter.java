package io.latchless.benchmarks.cli;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a duration such as {@code 8m}, {@code 90s}, {@code 1h30m} or {@code PT8M}. */
final class BudgetConverter implements ITypeConverter<Duration> {
  private static final Duration LONGEST = Duration.ofDays(7);

  @Override
  public Duration convert(String text) {
    String upper = text.strip().toUpperCase(Locale.ROOT);
    Duration budget;
    try {
      budget = Duration.parse(upper.startsWith("P") ? upper : "PT" + upper);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "'" + text + "' is not a duration; give one such as 8m, 90s, 1h30m or PT8M");
    }
    if (budget.isNegative() || budget.isZero() || budget.compareTo(LONGEST) > 0) {
      throw new TypeConversionException(
          "'" + text + "' is out of range; give more than zero and at most 7 days");
    }
    return budget;
  }
}
