package io.latchless.benchmarks.regression;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShiftTest {
  /** The differences by hand: 10 to 15 minus 0 to 5 are 5, 6 6, 7 7 7 and so on, with six tens. */
  @Test
  void estimateAndIntervalAreOrderStatisticsOfAllDifferences() {
    Shift shift =
        Shift.between(new double[] {0, 1, 2, 3, 4, 5}, new double[] {10, 11, 12, 13, 14, 15});
    // The sixth smallest of 5, 6, 6, 7, 7, 7, ... and the sixth largest.
    assertThat(shift).isEqualTo(new Shift(10, 7.0, 13.0));
  }

  @Test
  void evenlyManyDifferencesTakeTheMeanOfTheMiddleTwo() {
    assertThat(Shift.between(new double[] {0}, new double[] {1, 2}).estimate()).isEqualTo(1.5);
  }

  @ParameterizedTest
  @CsvSource({"5,6", "6,5", "1,100"})
  void tooFewValuesGiveNoInterval(int older, int newer) {
    Shift shift = Shift.between(upTo(older), upTo(newer));
    assertThat(shift.low()).isNull();
    assertThat(shift.high()).isNull();
  }

  @Test
  void exchangingTheSamplesTurnsTheSign() {
    double[] one = {0.3, 0.1, 0.45, 0.2, 0.9, 0.25, 0.31};
    double[] other = {1.2, 1.1, 0.7, 1.4, 1.15, 1.25};
    Shift forth = Shift.between(one, other);
    Shift back = Shift.between(other, one);
    assertThat(back.estimate()).isCloseTo(-forth.estimate(), within(1e-12));
    assertThat(back.low()).isEqualTo(-requireNonNull(forth.high()));
    assertThat(back.high()).isEqualTo(-requireNonNull(forth.low()));
  }

  @Test
  void oneRoundGoneAstrayMovesTheEndsByLittle() {
    double[] newer = upTo(12);
    Shift sound = Shift.between(upTo(12), newer);
    newer[11] = 1e9;
    assertThat(Shift.between(upTo(12), newer).estimate()).isCloseTo(sound.estimate(), within(1.0));
    assertThat(Shift.between(upTo(12), newer).high()).isLessThan(12);
  }

  @ParameterizedTest
  @CsvSource({"6,6", "6,9", "12,20", "40,40"})
  void intervalHoldsTheTruthAsOftenAsItClaims(int olderRounds, int newerRounds) {
    int trials = 2_000;
    Random random = new Random(7);
    int held = 0;
    for (int i = 0; i < trials; i++) {
      // Skewed, as times are.
      double[] older =
          DoubleStream.generate(random::nextGaussian).limit(olderRounds).map(Math::exp).toArray();
      double[] newer =
          DoubleStream.generate(random::nextGaussian)
              .limit(newerRounds)
              .map(x -> 3 + Math.exp(x))
              .toArray();
      Shift shift = Shift.between(older, newer);
      Double low = shift.low();
      Double high = shift.high();
      if (low != null && high != null && low <= 3 && 3 <= high) {
        held++;
      }
    }
    // Four standard deviations of chance below what is claimed.
    assertThat(held / (double) trials).isBetween(0.93, 0.975);
  }

  @Test
  void refusesWhatHasNoOrder() {
    double[] sound = {1, 2};
    assertThatThrownBy(() -> Shift.between(new double[] {}, sound))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("older must have at least one value");
    assertThatThrownBy(() -> Shift.between(sound, new double[] {1, Double.NEGATIVE_INFINITY}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("newer")
        .hasMessageContaining("-Infinity");
  }

  private static double[] upTo(int size) {
    return DoubleStream.iterate(0, i -> i + 1).limit(size).toArray();
  }
}
