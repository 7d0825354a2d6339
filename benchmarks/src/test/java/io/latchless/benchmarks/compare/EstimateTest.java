package io.latchless.benchmarks.compare;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.latchless.benchmarks.results.Verdict;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EstimateTest {
  @Test
  void plantedWinnerIsBetter() {
    Estimate estimate = Estimate.of(List.of(1.9, 2.1, 2.0, 2.2, 1.8, 2.0));
    assertThat(estimate.verdict()).isEqualTo(Verdict.BETTER);
    assertThat(estimate.ratio()).isEqualTo(2.0, within(1e-9));
    assertThat(estimate.low()).isEqualTo(1.8);
    assertThat(estimate.high()).isEqualTo(2.2);
    assertThat(estimate.rounds()).isEqualTo(6);
  }

  @Test
  void plantedLoserIsWorse() {
    assertThat(Estimate.of(List.of(0.5, 0.6, 0.4, 0.5, 0.99, 0.3)).verdict())
        .isEqualTo(Verdict.WORSE);
  }

  @Test
  void equalsTie() {
    assertThat(Estimate.of(List.of(0.9, 1.1, 1.0, 1.02, 0.98, 1.0)).verdict())
        .isEqualTo(Verdict.TIE);
  }

  @Test
  void intervalThatTouchesOneTies() {
    assertThat(Estimate.of(List.of(1.0, 1.2, 1.2, 1.2, 1.2, 1.2)).verdict()).isEqualTo(Verdict.TIE);
    assertThat(Estimate.of(List.of(1.0, 0.8, 0.8, 0.8, 0.8, 0.8)).verdict()).isEqualTo(Verdict.TIE);
  }

  @Test
  void noiseTies() {
    assertThat(Estimate.of(List.of(9.0, 5.0, 0.2, 7.0, 8.0, 4.0)).verdict()).isEqualTo(Verdict.TIE);
  }

  @Test
  void oneOutlierInNineDoesNotHideTheWinner() {
    Estimate estimate = Estimate.of(List.of(2.0, 2.0, 2.0, 0.1, 2.1, 2.1, 2.2, 1.9, 1.9));
    assertThat(estimate.verdict()).isEqualTo(Verdict.BETTER);
    assertThat(estimate.low()).isEqualTo(1.9);
    assertThat(estimate.high()).isEqualTo(2.1);
  }

  @Test
  void tooFewAreUndecidedHoweverClear() {
    Estimate estimate = Estimate.of(List.of(9.0, 9.0, 9.0, 9.0, 9.0));
    assertThat(estimate.verdict()).isEqualTo(Verdict.UNDECIDED);
    assertThat(estimate.ratio()).isEqualTo(9.0, within(1e-9));
    assertThat(estimate.low()).isNull();
    assertThat(estimate.high()).isNull();
  }

  @Test
  void swappingSidesGivesTheReciprocal() {
    Random random = new Random(7);
    for (int size = 6; size < 20; size++) {
      List<Double> ratios =
          IntStream.range(0, size).mapToObj(i -> Math.exp(random.nextGaussian())).toList();
      Estimate there = Estimate.of(ratios);
      Estimate back = Estimate.of(ratios.stream().map(ratio -> 1 / ratio).toList());
      assertThat(back.ratio()).isEqualTo(1 / there.ratio(), within(1e-9));
      assertThat(back.low()).isEqualTo(1 / requireNonNull(there.high()), within(1e-9));
    }
  }

  @Test
  void refusesWhatIsNoRatio() {
    for (List<Double> ratios :
        List.of(
            List.<Double>of(),
            List.of(1.0, Double.NaN),
            List.of(0.0),
            List.of(-1.0),
            List.of(Double.POSITIVE_INFINITY))) {
      assertThatThrownBy(() -> Estimate.of(ratios))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("positive");
    }
  }

  @Test
  void tenPercentUnderFivePercentNoiseIsFound() {
    Map<Verdict, Integer> verdicts = simulate(1.10, 0.05, 12, 2000);
    assertThat(verdicts.getOrDefault(Verdict.BETTER, 0)).isGreaterThan(1700);
    assertThat(verdicts.getOrDefault(Verdict.WORSE, 0)).isZero();
    assertThat(simulate(1.10, 0.05, 20, 2000).getOrDefault(Verdict.BETTER, 0)).isGreaterThan(1920);
  }

  @Test
  void twoPercentUnderFivePercentNoiseMostlyTies() {
    assertThat(simulate(1.02, 0.05, 12, 2000).getOrDefault(Verdict.TIE, 0)).isGreaterThan(1600);
  }

  @Test
  void equalsAreToldApartByChanceInAtMostFivePercent() {
    for (int rounds : new int[] {6, 9, 12, 17, 30}) {
      assertThat(simulate(1, 0.05, rounds, 4000).getOrDefault(Verdict.TIE, 0))
          .as("%d rounds", rounds)
          .isGreaterThan(3740);
    }
  }

  private static Map<Verdict, Integer> simulate(
      double ratio, double noise, int rounds, int experiments) {
    Random random = new Random(42);
    Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
    for (int i = 0; i < experiments; i++) {
      List<Double> ratios =
          IntStream.range(0, rounds)
              .mapToObj(
                  round ->
                      ratio
                          * Math.exp(noise * random.nextGaussian())
                          / Math.exp(noise * random.nextGaussian()))
              .toList();
      verdicts.merge(Estimate.of(ratios).verdict(), 1, Integer::sum);
    }
    return verdicts;
  }
}
