package io.latchless.benchmarks.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Parses a short time such as {@code 100}, {@code 100ns} or {@code 2us} into nanoseconds. */
final class NanosConverter implements ITypeConverter<Integer> {
  private static final Pattern TIME = Pattern.compile("(\\d{1,6})(ns|us|µs)?");

  @Override
  public Integer convert(String text) {
    Matcher time = TIME.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!time.matches()) {
      throw new TypeConversionException(
          "'" + text + "' is not a short time; give nanoseconds such as 100, 100ns or 2us");
    }
    int number = Integer.parseInt(time.group(1));
    String unit = time.group(2);
    return unit == null || unit.equals("ns") ? number : Math.multiplyExact(number, 1_000);
  }
}
