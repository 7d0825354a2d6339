package io.latchless.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.benchmarks.results.Comparison;
import io.latchless.benchmarks.results.Metric;
import io.latchless.benchmarks.results.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTextTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 op/s",
    "999, 999 op/s",
    "999.7, 1.00 k op/s",
    "12345, 12.3 k op/s",
    "105300000, 105 M op/s",
    "2500000000, 2.50 G op/s",
    "NaN, –"
  })
  void throughput(double operations, String words) {
    assertThat(FigureText.throughput(operations)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"28, 28 ns", "28.42, 28.4 ns", "5500, 5.50 µs", "4e6, 4 ms", "7.25e9, 7.25 s"})
  void time(double nanoseconds, String words) {
    assertThat(FigureText.time(nanoseconds)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"0, 0 B", "0.02, 0.020 B", "24, 24 B", "16912, 16.5 KiB", "8345174016, 7.77 GiB"})
  void bytes(double bytes, String words) {
    assertThat(FigureText.bytes(bytes)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "0.0123, 0.012",
    "0.00004, < 0.001",
    "0.5, 0.50",
    "1, 1.00",
    "2.104, 2.10",
    "15.92, 15.9",
    "245.2, 245",
    "'Infinity', ∞"
  })
  void ratio(double ratio, String words) {
    assertThat(FigureText.ratio(ratio)).isEqualTo(words);
  }

  @Test
  void aComparisonShowsItsIntervalWhereItHasOne() {
    assertThat(FigureText.ratio(comparison(2.104, 1.95, 15.92, Verdict.BETTER)))
        .isEqualTo("2.10 [1.95, 15.9]");
    assertThat(FigureText.ratio(comparison(2.104, null, null, Verdict.UNDECIDED)))
        .isEqualTo("2.10");
  }

  private static Comparison comparison(
      double ratio, @Nullable Double low, @Nullable Double high, Verdict verdict) {
    return new Comparison(Metric.THROUGHPUT, "lock", 6, ratio, low, high, verdict);
  }

  @ParameterizedTest
  @CsvSource({"1.004, 1.004", "0.9996, 0.9996", "1.00001, 1.0000", "2, 2.00"})
  void unequal(double ratio, String words) {
    assertThat(FigureText.unequal(ratio)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({"9.5, 9.50 s", "287.4, 4 min 47 s", "7260, 2 h 1 min"})
  void duration(double seconds, String words) {
    assertThat(FigureText.duration(seconds)).isEqualTo(words);
  }

  @Test
  void spreadOfEvenlyManyTakesTheMeanOfTheMiddleTwo() {
    assertThat(Spread.of(List.of(4.0, 1.0, 3.0, 2.0))).isEqualTo(new Spread(1, 2.5, 4));
    assertThat(Spread.of(List.of(7.0))).isEqualTo(new Spread(7, 7, 7));
    assertThat(Spread.of(List.of()).median()).isNaN();
  }
}
