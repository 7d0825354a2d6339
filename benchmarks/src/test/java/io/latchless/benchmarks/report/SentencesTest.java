package io.latchless.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.benchmarks.results.Comparison;
import io.latchless.benchmarks.results.Metric;
import io.latchless.benchmarks.results.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SentencesTest {
  @Test
  void winInThroughput() {
    assertThat(sentence(Metric.THROUGHPUT, 2.1, 1.95, 2.31, Verdict.BETTER))
        .isEqualTo("Status does 2.10 times the operations of Lock (1.95 to 2.31, 8 rounds).");
  }

  @Test
  void lossInThroughputIsTheSameSentenceWithTheNamesExchanged() {
    assertThat(sentence(Metric.THROUGHPUT, 0.5, 0.4, 0.8, Verdict.WORSE))
        .isEqualTo("Lock does 2.00 times the operations of Status (1.25 to 2.50, 8 rounds).");
  }

  @Test
  void tieInThroughput() {
    assertThat(sentence(Metric.THROUGHPUT, 1.001, 0.96, 1.05, Verdict.TIE))
        .isEqualTo(
            "No difference between Status and Lock could be shown:"
                + " ratio 1.00 (0.96 to 1.05, 8 rounds).");
  }

  @Test
  void tieOfRoundsThatDifferTooMuchDoesNotSuggestEquality() {
    assertThat(sentence(Metric.THROUGHPUT, 1.001, 0.6, 1.3, Verdict.TIE))
        .isEqualTo(
            "The rounds vary too much to tell Status from Lock: ratio 1.00 (0.60 to 1.30, 8"
                + " rounds).");
    assertThat(sentence(Metric.P99, 1.001, 0.6, 1.3, Verdict.TIE))
        .startsWith("At the 99th percentile, the rounds vary too much to tell Status from Lock");
  }

  @ParameterizedTest
  @CsvSource({
    "0.75, 1.50, TIE, false",
    "0.75, 1.51, TIE, true",
    "0, 1.5, TIE, true",
    "1.01, 9, BETTER, false",
    "0.1, 0.9, WORSE, false"
  })
  void onlyTheWidestTiesAreTooNoisy(double low, double high, Verdict verdict, boolean tooNoisy) {
    assertThat(Sentences.tooNoisy(new Comparison(Metric.P50, "Lock", 8, 1, low, high, verdict)))
        .isEqualTo(tooNoisy);
  }

  @ParameterizedTest
  @CsvSource({
    "P50, At the median",
    "P99, At the 99th percentile",
    "P999, At the 99.9th percentile",
    "P9999, At the 99.99th percentile"
  })
  void latencySaysWhichPercentile(Metric metric, String place) {
    assertThat(sentence(metric, 2.1, 1.95, 2.31, Verdict.BETTER))
        .isEqualTo(
            place
                + ", an operation of Lock takes 2.10 times as long as one of Status"
                + " (1.95 to 2.31, 8 rounds).");
    assertThat(sentence(metric, 0.5, 0.4, 0.8, Verdict.WORSE))
        .isEqualTo(
            place
                + ", an operation of Status takes 2.00 times as long as one of Lock"
                + " (1.25 to 2.50, 8 rounds).");
    assertThat(sentence(metric, 0.98, 0.9, 1.1, Verdict.TIE))
        .isEqualTo(
            place
                + ", no difference between Status and Lock could be shown:"
                + " ratio 0.98 (0.90 to 1.10, 8 rounds).");
    assertThat(Sentences.of("Status", undecided(metric, 4)))
        .isEqualTo(place + ", undecided against Lock: 4 rounds; 6 are needed.");
  }

  @Test
  void undecidedSaysWhatIsMissing() {
    assertThat(Sentences.of("Status", undecided(Metric.THROUGHPUT, 4)))
        .isEqualTo("Undecided against Lock: 4 rounds; 6 are needed.");
    assertThat(Sentences.of("Status", undecided(Metric.THROUGHPUT, 1)))
        .isEqualTo("Undecided against Lock: 1 round; 6 are needed.");
    assertThat(Sentences.of("Status", undecided(Metric.THROUGHPUT, 9)))
        .isEqualTo("Undecided against Lock: 9 rounds gave no interval.");
  }

  @Test
  void winnersFiguresNeverReadAsOne() {
    assertThat(sentence(Metric.THROUGHPUT, 1.004, 1.0002, 1.02, Verdict.BETTER))
        .isEqualTo("Status does 1.004 times the operations of Lock (1.0002 to 1.02, 8 rounds).");
  }

  @Test
  void subjectThatStandsStillHasNoFactor() {
    double never = Double.POSITIVE_INFINITY;
    assertThat(sentence(Metric.THROUGHPUT, never, never, never, Verdict.BETTER))
        .isEqualTo("Status keeps going where Lock completes no operation (8 rounds).");
    assertThat(sentence(Metric.THROUGHPUT, 0, 0, 0, Verdict.WORSE))
        .isEqualTo("Lock keeps going where Status completes no operation (8 rounds).");
  }

  @ParameterizedTest
  @EnumSource
  void everyMarkHasWordAndSymbol(Mark mark) {
    assertThat(mark.word()).isNotBlank();
    assertThat(mark.symbol()).isNotBlank();
  }

  @Test
  void summaryCountsWinsAndLossesAlike() {
    var results =
        SampleResults.of(
            List.of(
                SampleResults.bare(
                    "a/b/c",
                    "Which?",
                    new Comparison(Metric.THROUGHPUT, "W", 8, 2, 1.5, 3.0, Verdict.BETTER),
                    new Comparison(Metric.THROUGHPUT, "L", 8, 0.5, 0.4, 0.6, Verdict.WORSE),
                    new Comparison(Metric.THROUGHPUT, "T", 8, 1, 0.9, 1.1, Verdict.TIE))));
    assertThat(Sentences.summary(results))
        .isEqualTo(
            "3 comparisons in 1 contest: Latchless won 1 and lost 1; 1 is a tie, none is too noisy"
                + " to tell, and none is undecided. Against locks it won 1 of 3 and lost 1.");
  }

  @Test
  void summaryOfNothingSaysSo() {
    assertThat(Sentences.summary(SampleResults.of(List.of())))
        .isEqualTo("No contest was finished, so there is nothing to report.");
    assertThat(Sentences.summary(SampleResults.of(List.of(SampleResults.bare("a/b/c", "Which?")))))
        .isEqualTo("No comparison was finished, so there is nothing to report.");
  }

  @Test
  void coresSayWhatMoreThreadsMean() {
    assertThat(Sentences.cores(SampleResults.machine()))
        .isEqualTo(
            "The JVM had 2 cores: a contest with more than 2 threads shows preemption, not"
                + " scaling.");
  }

  private static String sentence(
      Metric metric, double ratio, double low, double high, Verdict verdict) {
    return Sentences.of("Status", new Comparison(metric, "Lock", 8, ratio, low, high, verdict));
  }

  private static Comparison undecided(Metric metric, int rounds) {
    return new Comparison(metric, "Lock", rounds, 1.3, null, null, Verdict.UNDECIDED);
  }
}
