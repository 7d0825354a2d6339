package io.latchless.benchmarks.compare;

import static io.latchless.benchmarks.compare.Contests.contest;
import static io.latchless.benchmarks.compare.Contests.named;
import static io.latchless.benchmarks.compare.Contests.suite;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.benchmarks.contest.ContestBuilder;
import io.latchless.benchmarks.contest.Suite;
import io.latchless.benchmarks.results.Comparison;
import io.latchless.benchmarks.results.ContestResult;
import io.latchless.benchmarks.results.Metric;
import io.latchless.benchmarks.results.SubjectResult;
import io.latchless.benchmarks.results.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparerTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void findsPlantedWinnerAndLoser() {
    FakeRunner runner =
        new FakeRunner(
            SECOND,
            fork -> {
              if (fork.subject().name().equals("ours")) {
                return 100.0;
              }
              return fork.contest().name().endsWith("a") ? 50.0 : 200.0;
            });
    ContestOutcome outcome =
        compare(suite(contest("a"), contest("b")), runner, Duration.ofSeconds(24));
    assertThat(outcome.complete()).isTrue();
    assertThat(outcome.failures()).isEmpty();
    assertThat(only(outcome.contests().get(0)).verdict()).isEqualTo(Verdict.BETTER);
    assertThat(only(outcome.contests().get(0)).ratio()).isBetween(1.9, 2.1);
    assertThat(only(outcome.contests().get(1)).verdict()).isEqualTo(Verdict.WORSE);
  }

  @Test
  void latencyRatioAboveOneMeansLessTime() {
    FakeRunner runner =
        new FakeRunner(SECOND, fork -> fork.subject().name().equals("ours") ? 300.0 : 100.0);
    ContestOutcome outcome = compare(suite(contest("a").latency()), runner, Duration.ofSeconds(24));
    assertThat(outcome.contests().get(0).comparisons())
        .extracting(Comparison::metric)
        .containsExactly(Metric.THROUGHPUT, Metric.P50, Metric.P99, Metric.P999, Metric.P9999);
    Comparison median = outcome.contests().get(0).comparisons().get(1);
    assertThat(median.ratio()).isBetween(2.9, 3.1);
    assertThat(median.verdict()).isEqualTo(Verdict.BETTER);
    assertThat(outcome.contests().get(0).comparisons().get(4).verdict()).isEqualTo(Verdict.TIE);
    assertThat(outcome.contests().get(0).subjects().get(0).latency()).hasSize(6);
  }

  @Test
  void measuresEveryContestOnceBeforeAnyTwice() {
    FakeRunner runner = new FakeRunner(SECOND, fork -> 1.0);
    compare(
        suite(contest("a"), contest("b").latency(), contest("c")), runner, Duration.ofMinutes(2));
    List<String> rounds = rounds(runner);
    assertThat(rounds.subList(0, 8))
        .containsExactly(
            "a THROUGHPUT",
            "b THROUGHPUT",
            "c THROUGHPUT",
            "b LATENCY",
            "a THROUGHPUT",
            "b THROUGHPUT",
            "c THROUGHPUT",
            "b LATENCY");
  }

  @Test
  void contestThatAsksForRoundsIsNotPutOffAsTheSecondOfItsType() {
    FakeRunner runner = new FakeRunner(SECOND, fork -> 1.0);
    ContestOutcome outcome =
        compare(
            suite(
                named("test/one/a").rounds(9),
                named("test/one/b").rounds(9),
                named("test/one/c"),
                named("test/one/d")),
            runner,
            Duration.ofSeconds(37));
    assertThat(outcome.contests())
        .extracting(ContestResult::name)
        .containsExactly("test/one/a", "test/one/b", "test/one/c");
    assertThat(outcome.contests()).allSatisfy(each -> assertThat(only(each).rounds()).isEqualTo(6));
  }

  @Test
  void neverSpendsMoreThanTheBudget() {
    for (int seconds : new int[] {0, 1, 5, 24, 30, 100, 500}) {
      FakeRunner runner = new FakeRunner(SECOND, fork -> 1.0);
      compare(suite(contest("a").latency(), contest("b")), runner, Duration.ofSeconds(seconds));
      assertThat(runner.forks.size()).isLessThanOrEqualTo(seconds);
    }
  }

  @Test
  void endsAfterTheMostRoundsThoughThereIsTime() {
    FakeRunner runner = new FakeRunner(SECOND, fork -> 1.0);
    ContestOutcome outcome =
        new Comparer(
                suite(contest("a"), contest("b")),
                runner,
                runner,
                Duration.ofHours(1),
                1,
                6,
                new SilentProgress())
            .run();
    assertThat(outcome.contests())
        .hasSize(2)
        .allSatisfy(contest -> assertThat(first(contest).throughput()).hasSize(6));
    assertThat(runner.forks).hasSize(24);
    assertThat(outcome.shortfalls()).isEmpty();
    assertThat(outcome.complete()).isTrue();
  }

  @Test
  void hundredContestsOfFourSubjectsGetTheirRoundsInProportion() {
    Suite many =
        suite(
            IntStream.range(0, 100)
                .mapToObj(i -> contest("c" + i).mutex("second").peer("third"))
                .toArray(ContestBuilder[]::new));
    FakeRunner runner = new FakeRunner(Duration.ofMillis(700), fork -> 1.0);
    ContestOutcome outcome = compare(many, runner, Duration.ofMinutes(30));
    assertThat(outcome.contests()).hasSize(100);
    assertThat(outcome.contests())
        .allSatisfy(contest -> assertThat(first(contest).throughput()).hasSizeGreaterThan(5));
  }

  @Test
  void learnsWhatForksCostAndGivesUpLatencyBeforeThroughput() {
    FakeRunner runner = new FakeRunner(Duration.ofSeconds(2), fork -> 1.0);
    ContestOutcome outcome = compare(suite(contest("a").latency()), runner, Duration.ofSeconds(30));
    SubjectResult ours = first(outcome.contests().get(0));
    assertThat(ours.throughput()).hasSize(6);
    assertThat(ours.latency()).hasSizeLessThan(6);
  }

  @Test
  void tooShortBudgetDecidesWhatItCanAndNamesTheRest() {
    FakeRunner runner = new FakeRunner(SECOND, fork -> 1.0);
    ContestOutcome outcome =
        compare(
            suite(contest("a"), contest("b"), contest("c").latency()),
            runner,
            Duration.ofSeconds(27));
    assertThat(outcome.contests())
        .extracting(contest -> first(contest).throughput().size())
        .containsExactly(6, 6, 1);
    assertThat(outcome.shortfalls())
        .containsExactly(
            new Shortfall("test/contest/c", Measure.THROUGHPUT, 1, 1),
            new Shortfall("test/contest/c", Measure.LATENCY, 0, 4));
  }

  @Test
  void tooShortBudgetServesEveryTypeBeforeSecondContestOfAny() {
    FakeRunner runner = new FakeRunner(SECOND, fork -> 1.0);
    ContestOutcome outcome =
        compare(
            suite(contest("a"), contest("b"), named("test/other/a"), named("test/other/b")),
            runner,
            Duration.ofSeconds(24));
    assertThat(outcome.contests())
        .extracting(ContestResult::name)
        .containsExactly("test/contest/a", "test/other/a");
    assertThat(outcome.contests())
        .allSatisfy(contest -> assertThat(only(contest).rounds()).isEqualTo(6));
  }

  @Test
  void tellsOnceHowMuchIsNeededIfTheBudgetIsTooShort() {
    Suite three = suite(contest("a"), contest("b"), contest("c"));
    SilentProgress progress = new SilentProgress();
    FakeRunner runner = new FakeRunner(SECOND, fork -> 1.0);
    new Comparer(three, runner, runner, Duration.ofSeconds(30), 1, progress).run();
    assertThat(progress.told).containsExactly(Duration.ofSeconds(36));

    SilentProgress enough = new SilentProgress();
    new Comparer(three, runner, runner, Duration.ofSeconds(36), 1, enough).run();
    assertThat(enough.told).isEmpty();
  }

  @Test
  void failureIsNoWantOfTime() {
    FakeRunner runner =
        new FakeRunner(SECOND, fork -> fork.subject().name().equals("ours") ? 0.0 : 1.0);
    assertThat(compare(suite(contest("a")), runner, Duration.ofSeconds(24)).shortfalls()).isEmpty();
  }

  @Test
  void leavesOutContestsThatGotNoRound() {
    FakeRunner runner = new FakeRunner(SECOND, fork -> 1.0);
    ContestOutcome outcome =
        compare(suite(contest("a"), contest("b"), contest("c")), runner, Duration.ofSeconds(3));
    assertThat(outcome.contests())
        .extracting(ContestResult::name)
        .containsExactly("test/contest/a");
  }

  @Test
  void spendsWhatIsLeftOnTies() {
    FakeRunner runner =
        new FakeRunner(
            SECOND,
            fork ->
                fork.contest().name().endsWith("a") && fork.subject().name().equals("ours")
                    ? 100.0
                    : 1.0);
    ContestOutcome outcome =
        compare(suite(contest("a"), contest("b")), runner, Duration.ofSeconds(48));
    int clear = first(outcome.contests().get(0)).throughput().size();
    int level = first(outcome.contests().get(1)).throughput().size();
    assertThat(clear).isEqualTo(6);
    assertThat(level).isGreaterThan(14);
    assertThat(SignInterval.isStep(level)).isTrue();
  }

  @Test
  void withdrawsWhoFailsTwiceAndGoesOnWithTheOthers() {
    FakeRunner runner =
        new FakeRunner(SECOND, fork -> fork.subject().name().equals("hangs") ? 0.0 : 1.0);
    ContestOutcome outcome =
        compare(suite(contest("a").peer("hangs")), runner, Duration.ofSeconds(20));
    assertThat(outcome.failures())
        .containsExactly(new Failure("test/contest/a", "hangs", "planted"));
    assertThat(runner.forks.stream().filter(fork -> fork.subject().name().equals("hangs")))
        .hasSize(2);
    ContestResult contest = outcome.contests().get(0);
    assertThat(contest.subjects().get(2).throughput()).isEmpty();
    assertThat(only(contest).opponent()).isEqualTo("mutex");
    assertThat(only(contest).rounds()).isGreaterThanOrEqualTo(6);
  }

  @Test
  void passingFailureIsTriedAgain() {
    List<Fork> seen = new ArrayList<>();
    FakeRunner runner =
        new FakeRunner(
            SECOND,
            fork -> {
              seen.add(fork);
              return seen.size() == 3 ? 0.0 : 1.0;
            });
    ContestOutcome outcome = compare(suite(contest("a")), runner, Duration.ofSeconds(14));
    assertThat(outcome.failures()).isEmpty();
    assertThat(only(outcome.contests().get(0)).rounds()).isEqualTo(6);
  }

  @Test
  void givesUpContestWhoseOwnSubjectFails() {
    FakeRunner runner =
        new FakeRunner(
            SECOND,
            fork ->
                fork.contest().name().endsWith("a") && fork.subject().name().equals("ours")
                    ? 0.0
                    : 1.0);
    ContestOutcome outcome =
        compare(suite(contest("a"), contest("b")), runner, Duration.ofSeconds(16));
    assertThat(outcome.failures()).hasSize(1);
    assertThat(outcome.contests().get(0).comparisons()).isEmpty();
    assertThat(only(outcome.contests().get(1)).rounds()).isEqualTo(6);
  }

  @Test
  void stoppingKeepsFinishedRoundsOnly() {
    AtomicReference<Comparer> comparer = new AtomicReference<>();
    List<Fork> seen = new ArrayList<>();
    FakeRunner runner =
        new FakeRunner(
            SECOND,
            fork -> {
              seen.add(fork);
              if (seen.size() == 6) {
                requireNonNull(comparer.get()).stop();
                return 0.0;
              }
              return 1.0;
            });
    Comparer stoppable = comparer(suite(contest("a")), runner, Duration.ofSeconds(60));
    comparer.set(stoppable);
    ContestOutcome outcome = stoppable.run();
    assertThat(outcome.complete()).isFalse();
    assertThat(outcome.failures()).isEmpty();
    assertThat(runner.stopped()).isTrue();
    assertThat(outcome.contests().get(0).subjects())
        .allSatisfy(subject -> assertThat(subject.throughput()).hasSize(2));
  }

  @Test
  void countsAllocationInTheFirstRoundOnly() {
    FakeRunner runner = new FakeRunner(SECOND, fork -> 1.0);
    ContestOutcome outcome = compare(suite(contest("a").latency()), runner, Duration.ofSeconds(24));
    assertThat(runner.forks.stream().filter(Fork::allocation)).hasSize(2);
    assertThat(outcome.contests().get(0).subjects())
        .allSatisfy(subject -> assertThat(subject.bytesPerOperation()).isEqualTo(16.0));
  }

  private static ContestOutcome compare(Suite suite, FakeRunner runner, Duration budget) {
    return comparer(suite, runner, budget).run();
  }

  private static Comparer comparer(Suite suite, FakeRunner runner, Duration budget) {
    return new Comparer(suite, runner, runner, budget, 1, new SilentProgress());
  }

  private static List<String> rounds(FakeRunner runner) {
    List<String> rounds = new ArrayList<>();
    for (int i = 0; i < runner.forks.size(); i += 2) {
      Fork fork = runner.forks.get(i);
      String name = fork.contest().name();
      rounds.add(name.substring(name.lastIndexOf('/') + 1) + " " + fork.measure());
    }
    return rounds;
  }

  private static Comparison only(ContestResult contest) {
    assertThat(contest.comparisons()).hasSize(1);
    return contest.comparisons().get(0);
  }

  private static SubjectResult first(ContestResult contest) {
    return contest.subjects().get(0);
  }

  private static final class SilentProgress implements Progress {
    final List<Duration> told = new ArrayList<>();

    @Override
    public void measuring(Fork fork, int round, Duration left) {}

    @Override
    public void tooShort(Duration needed) {
      told.add(needed);
    }

    @Override
    public void failed(Failure failure) {}

    @Override
    public void finished() {}
  }
}
