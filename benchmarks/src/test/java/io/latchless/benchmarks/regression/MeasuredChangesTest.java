package io.latchless.benchmarks.regression;

import static io.latchless.benchmarks.regression.Runs.FRIDAY;
import static io.latchless.benchmarks.regression.Runs.MONDAY;
import static io.latchless.benchmarks.regression.Runs.about;
import static io.latchless.benchmarks.regression.Runs.contest;
import static io.latchless.benchmarks.regression.Runs.lock;
import static io.latchless.benchmarks.regression.Runs.ours;
import static io.latchless.benchmarks.regression.Runs.peer;
import static io.latchless.benchmarks.regression.Runs.run;
import static io.latchless.benchmarks.regression.Runs.subject;
import static io.latchless.benchmarks.regression.Runs.timed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.latchless.benchmarks.results.ContestResult;
import io.latchless.benchmarks.results.Metric;
import io.latchless.benchmarks.results.Role;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuredChangesTest {
  @Test
  void oursIsComparedRelativeToItsOpponents() {
    MeasuredChange change =
        only(
            contest("a/b/c", ours(about(100)), lock(about(40)), peer(about(90))),
            contest("a/b/c", ours(about(300)), lock(about(60)), peer(about(240))));
    // Ours tripled, while the geometric mean of the opponents doubled.
    assertThat(change.ratio()).isCloseTo(1.5, within(0.01));
    assertThat(change.verdict()).isEqualTo(ChangeVerdict.FASTER);
    assertThat(change.opponents()).isEqualTo(2);
    assertThat(change.olderRounds()).isEqualTo(8);
    assertThat(change.newerRounds()).isEqualTo(8);
  }

  @Test
  void roundsAreTakenWithTheOpponentsOfTheSameRound() {
    double[] moods = {1, 9, 2, 5, 0.3, 7, 1.5, 0.1};
    MeasuredChange change =
        only(
            contest("a/b/c", ours(about(100)), lock(about(40))),
            contest("a/b/c", ours(times(moods, 110)), lock(times(moods, 40))));
    assertThat(change.ratio()).isCloseTo(1.1, within(0.001));
    assertThat(change.verdict()).isEqualTo(ChangeVerdict.FASTER);
  }

  @Test
  void lessTimeIsFaster() {
    MeasuredChanges changes =
        between(
            contest(
                "a/b/c",
                timed("Ours", Role.OURS, about(200)),
                timed("Lock", Role.MUTEX, about(90))),
            contest(
                "a/b/c",
                timed("Ours", Role.OURS, about(100)),
                timed("Lock", Role.MUTEX, about(90))));
    assertThat(changes.all())
        .extracting(MeasuredChange::metric, MeasuredChange::verdict)
        .containsExactly(
            tuple(Metric.P50, ChangeVerdict.FASTER), tuple(Metric.P99, ChangeVerdict.FASTER));
    assertThat(changes.all().get(0).ratio()).isCloseTo(2, within(0.01));
  }

  @Test
  void timesBelowTheClocksTickCountAsOneTick() {
    MeasuredChange change =
        between(
                contest(
                    "a/b/c",
                    timed("Ours", Role.OURS, new double[8]),
                    timed("Lock", Role.MUTEX, about(90))),
                contest(
                    "a/b/c",
                    timed("Ours", Role.OURS, about(4)),
                    timed("Lock", Role.MUTEX, about(90))))
            .all()
            .get(0);
    assertThat(change.ratio()).isCloseTo(0.25, within(0.01));
  }

  @ParameterizedTest
  @CsvSource({"5, 8", "8, 5", "1, 1"})
  void fewerThanSixRoundsOnEitherSideAreUndecided(int olderRounds, int newerRounds) {
    MeasuredChange change =
        only(
            contest("a/b/c", ours(first(olderRounds, 100)), lock(first(olderRounds, 40))),
            contest("a/b/c", ours(first(newerRounds, 300)), lock(first(newerRounds, 40))));
    assertThat(change.verdict()).isEqualTo(ChangeVerdict.UNDECIDED);
    assertThat(change.lacksRounds()).isTrue();
    assertThat(change.low()).isNull();
    assertThat(change.ratio()).isCloseTo(3, within(0.05));
  }

  @ParameterizedTest
  @CsvSource({
    "1.021, 1.5, FASTER",
    "1.02, 1.5, UNDECIDED",
    "1.03, 1.04, FASTER",
    "0.7, 0.98, SLOWER",
    "0.7, 0.981, UNDECIDED",
    "0.95, 1.05, AS_BEFORE",
    "0.91, 1.1, AS_BEFORE",
    "0.90, 1.05, UNDECIDED",
    "0.95, 1.11, UNDECIDED",
    "1.005, 1.09, AS_BEFORE",
    "1.005, 1.2, UNDECIDED"
  })
  void verdictFollowsFromTheInterval(double low, double high, ChangeVerdict verdict) {
    assertThat(ChangeVerdict.of(low, high)).isEqualTo(verdict);
  }

  @Test
  void opponentThatWasWithdrawnIsNoMeasure() {
    MeasuredChange change =
        only(
            contest("a/b/c", ours(about(100)), lock(about(40)), peer(first(3, 90))),
            contest("a/b/c", ours(about(100)), lock(about(40)), peer(about(10))));
    assertThat(change.opponents()).isEqualTo(1);
    assertThat(change.verdict()).isEqualTo(ChangeVerdict.AS_BEFORE);
  }

  @Test
  void opponentThatStoodStillIsNoMeasure() {
    MeasuredChange change =
        only(
            contest("a/b/c", ours(about(100)), lock(about(40)), peer(new double[8])),
            contest("a/b/c", ours(about(100)), lock(about(40)), peer(about(10))));
    assertThat(change.opponents()).isEqualTo(1);
    assertThat(change.ratio()).isCloseTo(1, within(0.01));
  }

  @Test
  void whatOneRunAloneHasIsNamed() {
    MeasuredChanges changes =
        between(
            List.of(
                contest("a/b/both", ours(about(1)), lock(about(1))),
                contest("a/b/gone", ours(about(1)), lock(about(1)))),
            List.of(
                contest("a/b/new", ours(about(1)), lock(about(1))),
                contest("a/b/both", ours(about(1)), lock(about(1)))));
    assertThat(changes.all())
        .extracting(change -> change.contest().name())
        .containsExactly("a/b/both");
    assertThat(changes.leftOut())
        .containsExactly(
            new UnpairedContest(
                "a/b/new", UnpairedContest.Part.CONTEST, UnpairedContest.Reason.ONLY_NEWER),
            new UnpairedContest(
                "a/b/gone", UnpairedContest.Part.CONTEST, UnpairedContest.Reason.ONLY_OLDER));
  }

  @Test
  void figuresThatOneRunAloneHasAreNamed() {
    assertLeftOut(
        contest("a/b/c", timed("Ours", Role.OURS, about(9)), timed("Lock", Role.MUTEX, about(9))),
        contest("a/b/c", ours(about(1)), lock(about(1))),
        new UnpairedContest(
            "a/b/c", UnpairedContest.Part.THROUGHPUT, UnpairedContest.Reason.ONLY_NEWER),
        new UnpairedContest(
            "a/b/c", UnpairedContest.Part.LATENCY, UnpairedContest.Reason.ONLY_OLDER));
  }

  @Test
  void withoutCommonOpponentNothingIsSaid() {
    assertLeftOut(
        contest("a/b/c", ours(about(1)), lock(about(1))),
        contest("a/b/c", ours(about(1)), peer(about(1))),
        new UnpairedContest(
            "a/b/c", UnpairedContest.Part.THROUGHPUT, UnpairedContest.Reason.NO_COMMON_OPPONENT));
  }

  @Test
  void withoutFiguresOfOursNothingIsSaid() {
    double[] stalled = about(1);
    stalled[3] = 0;
    assertLeftOut(
        contest("a/b/c", ours(about(1)), lock(about(1))),
        contest("a/b/c", ours(stalled), lock(about(1))),
        new UnpairedContest(
            "a/b/c", UnpairedContest.Part.THROUGHPUT, UnpairedContest.Reason.NO_FIGURE));
  }

  @Test
  void otherWorkIsNotCompared() {
    ContestResult two = contest("a/b/c", ours(about(1)), lock(about(1)));
    ContestResult eight =
        new ContestResult("a/b/c", two.question(), two.workload(), 8, two.subjects(), List.of());
    ContestResult larger =
        new ContestResult("a/b/c", two.question(), "Two increments.", 2, two.subjects(), List.of());
    UnpairedContest otherWork =
        new UnpairedContest(
            "a/b/c", UnpairedContest.Part.CONTEST, UnpairedContest.Reason.OTHER_WORKLOAD);
    assertLeftOut(two, eight, otherWork);
    assertLeftOut(two, larger, otherWork);
  }

  @Test
  void renamedTypeIsStillOurs() {
    MeasuredChange change =
        only(
            contest("a/b/c", subject("OldName", Role.OURS, about(100)), lock(about(40))),
            contest("a/b/c", subject("NewName", Role.OURS, about(100)), lock(about(40))));
    assertThat(change.verdict()).isEqualTo(ChangeVerdict.AS_BEFORE);
  }

  @Test
  void theLargestChangeComesFirst() {
    MeasuredChanges changes =
        between(
            List.of(
                contest("a/b/little", ours(about(10)), lock(about(1))),
                contest("a/b/much", ours(about(10)), lock(about(1)))),
            List.of(
                contest("a/b/little", ours(about(9)), lock(about(1))),
                contest("a/b/much", ours(about(2)), lock(about(1)))));
    assertThat(changes.with(ChangeVerdict.SLOWER))
        .extracting(change -> change.contest().name())
        .containsExactly("a/b/much", "a/b/little");
  }

  private static void assertLeftOut(
      ContestResult older, ContestResult newer, UnpairedContest... expected) {
    MeasuredChanges changes = between(older, newer);
    assertThat(changes.all()).isEmpty();
    assertThat(changes.leftOut()).containsExactly(expected);
  }

  private static MeasuredChange only(ContestResult older, ContestResult newer) {
    List<MeasuredChange> all = between(older, newer).all();
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private static MeasuredChanges between(ContestResult older, ContestResult newer) {
    return between(List.of(older), List.of(newer));
  }

  private static MeasuredChanges between(List<ContestResult> older, List<ContestResult> newer) {
    return MeasuredChanges.between(
        run(MONDAY, Runs.machine(), older), run(FRIDAY, Runs.machine(), newer));
  }

  private static double[] first(int rounds, double figure) {
    return Arrays.copyOf(about(figure), rounds);
  }

  private static double[] times(double[] factors, double figure) {
    return Arrays.stream(factors).map(factor -> factor * figure).toArray();
  }
}
