package io.latchless.benchmarks.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.latchless.benchmarks.choice.Candidate;
import io.latchless.benchmarks.choice.Requirements;
import io.latchless.benchmarks.choice.Shape;
import io.latchless.benchmarks.choice.StructureKind;
import io.latchless.benchmarks.report.AdviceSentences;
import io.latchless.benchmarks.results.Comparison;
import io.latchless.benchmarks.results.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AdviserTest {
  private static final Shape MAP = new Shape(StructureKind.MAP, 85, 128, 2, 100);
  private static final Shape RECORD = new Shape(StructureKind.RECORD, 80, 0, 2, 100);

  @Test
  void plantedWinnerIsTaken() {
    Advice advice = advise(map().with("SnapshotMap", 3).with("ConcurrentHashMap", 2));
    assertThat(advice.certainty()).isEqualTo(Certainty.CLEAR);
    assertThat(name(advice.choice())).isEqualTo("SnapshotMap");
    assertThat(name(advice.runnerUp())).isEqualTo("ConcurrentHashMap");
    assertThat(advice.lead().orElseThrow().ratio()).isBetween(1.4, 1.6);
    assertThat(AdviceSentences.answer(advice))
        .startsWith("Take SnapshotMap. SnapshotMap does 1.")
        .contains(" times the operations of ConcurrentHashMap (");
    assertThat(AdviceSentences.because(advice)).startsWith("A lookup takes no lock");
    assertThat(AdviceSentences.mutex(advice)).contains("times the operations of");
  }

  @Test
  void plantedLoserIsNotTakenThoughItIsOurs() {
    Advice advice = advise(map().with("SnapshotMap", 0.5).with("synchronized", 2));
    assertThat(advice.certainty()).isEqualTo(Certainty.CLEAR);
    assertThat(name(advice.choice())).isEqualTo("synchronized");
    assertThat(advice.leadOverMutex()).isEmpty();
    assertThat(AdviceSentences.ours(advice))
        .startsWith("synchronized does ")
        .contains(" times the operations of SnapshotMap (");
  }

  @Test
  void tieGoesToTheMutex() {
    Advice advice =
        advise(
            map()
                .with("SnapshotMap", 2)
                .with("ReentrantReadWriteLock", 2)
                .with("ConcurrentHashMap", 2));
    assertThat(advice.certainty()).isEqualTo(Certainty.TIE);
    assertThat(name(advice.choice())).isEqualTo("ReentrantReadWriteLock");
    assertThat(AdviceSentences.answer(advice))
        .startsWith("Tie: take the simpler one, the mutex (ReentrantReadWriteLock).");
  }

  @Test
  void tieWithoutAMutexGoesToTheJdk() {
    Advice advice = advise(map().with("SnapshotMap", 2).with("ConcurrentHashMap", 2));
    assertThat(advice.certainty()).isEqualTo(Certainty.TIE);
    assertThat(AdviceSentences.answer(advice))
        .startsWith("Tie: take the simpler one, ConcurrentHashMap.");
  }

  @Test
  void tieOfTwoMutexesGoesToTheSimplerOne() {
    Advice advice = advise(map().with("ReentrantReadWriteLock", 1.2).noise(0.1));
    assertThat(advice.standings().get(0).candidate().name()).isEqualTo("ReentrantReadWriteLock");
    assertThat(advice.certainty()).isEqualTo(Certainty.TIE);
    assertThat(name(advice.choice())).isEqualTo("synchronized");
  }

  @Test
  void tooNoisyIsCalledSo() {
    Advice advice = advise(map().noise(0.9));
    assertThat(advice.certainty()).isEqualTo(Certainty.NOISY);
    assertThat(name(advice.choice())).isEqualTo("synchronized");
    assertThat(AdviceSentences.answer(advice))
        .startsWith("Too noisy to tell synchronized from ")
        .endsWith("take the simpler one, the mutex (synchronized).");
  }

  @Test
  void leaderThatAnyOtherIsLevelWithIsNoClearAnswer() {
    Advice advice =
        advise(
            map()
                .with("synchronized", 4)
                .with("SnapshotMap", 3.5)
                .with("ReentrantReadWriteLock", 6)
                .noiseOf("ReentrantReadWriteLock", 1));
    assertThat(advice.standings().subList(0, 2))
        .extracting(standing -> standing.candidate().name())
        .containsExactly("synchronized", "SnapshotMap");
    assertThat(name(advice.choice())).isEqualTo("synchronized");
    assertThat(name(advice.runnerUp())).isEqualTo("ReentrantReadWriteLock");
    assertThat(advice.certainty()).isEqualTo(Certainty.NOISY);
  }

  @Test
  void tooFewRoundsAreNoAnswer() {
    Advice advice = advise(map().with("SnapshotMap", 3).rounds(5));
    assertThat(advice.certainty()).isEqualTo(Certainty.UNDECIDED);
    assertThat(AdviceSentences.answer(advice))
        .isEqualTo("Undecided: fewer than 6 rounds. So far SnapshotMap looks best.");
  }

  @Test
  void whoLacksWhatIsWantedIsPassedOver() {
    SyntheticContest contest = map().with("ConcurrentHashMap", 4).with("SnapshotMap", 2);
    assertThat(name(advise(contest).choice())).isEqualTo("ConcurrentHashMap");
    Advice whole = advise(contest, Requirements.NOTHING.withWholeState());
    assertThat(name(whole.choice())).isEqualTo("SnapshotMap");
    assertThat(whole.standings())
        .filteredOn(standing -> !standing.wouldDo())
        .extracting(standing -> standing.candidate().name(), Standing::objection)
        .containsExactly(tuple("ConcurrentHashMap", "reads may be torn"));
    Advice goesOn = advise(contest, Requirements.NOTHING.otherGoesOn());
    assertThat(goesOn.standings())
        .filteredOn(Standing::wouldDo)
        .extracting(standing -> standing.candidate().name())
        .containsExactlyInAnyOrder("SnapshotMap", "copied HashMap");
  }

  @Test
  void whoIsTooLargeIsPassedOver() {
    SyntheticContest contest =
        map().with("ConcurrentHashMap", 4).sized("ConcurrentHashMap", 5_000).with("SnapshotMap", 2);
    Advice advice = advise(contest, new Requirements(false, false, 4_999));
    assertThat(name(advice.choice())).isEqualTo("SnapshotMap");
    assertThat(name(advise(contest, new Requirements(false, false, 5_000)).choice()))
        .isEqualTo("ConcurrentHashMap");
  }

  @Test
  void whereNobodyWouldDoEachObjectionIsGiven() {
    Advice advice = advise(map(), new Requirements(false, false, 99));
    assertThat(advice.certainty()).isEqualTo(Certainty.NOBODY);
    assertThat(advice.choice()).isNull();
    assertThat(AdviceSentences.answer(advice))
        .startsWith("No measured candidate meets the requirements: ")
        .contains("SnapshotMap: takes 100 bytes", "synchronized: takes 100 bytes");
  }

  @Test
  void onlyOneThatWouldDoIsTakenUnopposed() {
    Advice advice = advise(map().sized("synchronized", 10), new Requirements(false, false, 50));
    assertThat(AdviceSentences.answer(advice))
        .isEqualTo("Take synchronized: no other measured candidate meets the requirements.");
  }

  @Test
  void theFasterOneThatTearsIsNamed() {
    Advice advice =
        Adviser.advise(
            RECORD,
            SyntheticContest.of(RECORD)
                .with("SnapshotRef", 2)
                .with("several atomics", 4)
                .torn(0.031)
                .build(),
            Requirements.NOTHING.withWholeState());
    assertThat(name(advice.choice())).isEqualTo("SnapshotRef");
    assertThat(AdviceSentences.tears(advice))
        .startsWith("Several atomics is ")
        .endsWith(" times as fast but tears: 3.10 % of its reads saw parts of different states.");
  }

  @Test
  void whatWouldChangeItAreOtherWantsAndShapesNearBy() {
    Shape manyThreads = MAP.withThreads(8);
    Shape evenMore = MAP.withThreads(16);
    Shape fewerReads = MAP.withReadPercent(50);
    Shape twoFiguresOff = MAP.withReadPercent(50).withThreads(8);
    Measured measured =
        Measured.in(
            SyntheticContest.run(
                map().with("ConcurrentHashMap", 4).with("SnapshotMap", 2).build(),
                SyntheticContest.of(evenMore).with("copied HashMap", 9).build(),
                SyntheticContest.of(manyThreads).with("synchronized", 9).build(),
                SyntheticContest.of(fewerReads).with("ConcurrentHashMap", 9).build(),
                SyntheticContest.of(twoFiguresOff).with("SnapshotMap", 9).build()));
    Advice advice = Adviser.advise(MAP, measured.of(MAP).orElseThrow(), Requirements.NOTHING);
    assertThat(AdviceChanges.of(advice, measured))
        .extracting(AdviceChange::condition, change -> name(change.advice().choice()))
        .containsExactly(
            tuple("if every reader must see a consistent snapshot", "SnapshotMap"),
            tuple("if a stopped thread must never block another", "SnapshotMap"),
            tuple("with 8 threads", "synchronized"));
    assertThat(AdviceChanges.of(advice, measured).stream().map(AdviceSentences::of).toList().get(2))
        .startsWith("With 8 threads: the mutex (synchronized): ")
        .contains(" times ");
  }

  @Test
  void aRateOfUpdatesIsHeldAgainstOtherRatesAndNotAgainstShares() {
    Shape onlyRead = MAP.withReadPercent(100);
    Shape rate = MAP.withUpdatesPerSecond(100);
    Measured measured =
        Measured.in(
            SyntheticContest.run(
                SyntheticContest.of(rate).with("SnapshotMap", 4).build(),
                SyntheticContest.of(rate.withUpdatesPerSecond(100_000))
                    .with("synchronized", 9)
                    .build(),
                SyntheticContest.of(rate.withUpdatesPerSecond(5_623))
                    .with("ConcurrentHashMap", 9)
                    .build(),
                SyntheticContest.of(rate.withUpdatesPerSecond(1)).with("copied HashMap", 9).build(),
                SyntheticContest.of(rate.withThreads(8)).with("synchronized", 9).build(),
                SyntheticContest.of(onlyRead).with("ConcurrentHashMap", 9).build()));
    Advice advice = Adviser.advise(rate, measured.of(rate).orElseThrow(), Requirements.NOTHING);
    assertThat(AdviceChanges.of(advice, measured))
        .extracting(AdviceChange::condition, change -> name(change.advice().choice()))
        .containsExactly(
            tuple("at 1 update per second", "copied HashMap"),
            tuple("at 5,623 updates per second", "ConcurrentHashMap"),
            tuple("with 8 threads", "synchronized"));
    Advice share =
        Adviser.advise(onlyRead, measured.of(onlyRead).orElseThrow(), Requirements.NOTHING);
    assertThat(AdviceChanges.of(share, measured))
        .extracting(AdviceChange::condition)
        .noneMatch(condition -> condition.contains("per second"));
  }

  @Test
  void whatWasNotMeasuredIsAnsweredForByTheNearest() {
    Shape asked = MAP.withThreads(3).withReadPercent(85);
    Shape nearest = MAP.withReadPercent(90);
    Shape next = MAP.withThreads(8);
    Measured measured =
        Measured.in(
            SyntheticContest.run(
                SyntheticContest.of(MAP.withUpdatesPerSecond(10)).build(),
                SyntheticContest.of(RECORD).build(),
                SyntheticContest.of(next).with("synchronized", 9).build(),
                SyntheticContest.of(next.withSize(64)).rounds(2).build(),
                SyntheticContest.of(nearest).with("SnapshotMap", 9).build()));
    Answer answer = Answer.of(asked, Requirements.NOTHING, measured);
    assertThat(answer.isExact()).isFalse();
    assertThat(answer.advice().shape()).isEqualTo(nearest);
    assertThat(answer.nearness())
        .isEqualTo("measured: 2 threads, 90 % reads; you asked for 3 threads, 85 % reads");
    assertThat(answer.alsoNear())
        .extracting(AdviceChange::condition, change -> name(change.advice().choice()))
        .containsExactly(tuple("with 8 threads", "synchronized"));
  }

  @Test
  void whatWasMeasuredIsAnsweredForByItself() {
    Measured measured =
        Measured.in(
            SyntheticContest.run(SyntheticContest.of(MAP.withThreads(3)).build(), map().build()));
    Answer answer = Answer.of(MAP, Requirements.NOTHING, measured);
    assertThat(answer.isExact()).isTrue();
    assertThat(answer.nearness()).isEmpty();
    assertThat(answer.alsoNear()).isEmpty();
    assertThatThrownBy(() -> Answer.of(RECORD, Requirements.NOTHING, measured))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("nothing like it was measured: choice/record/reads-80-threads-2-work-100");
  }

  @Test
  void ratesOfReadsAreNoNeighboursOfRatesOfUpdates() {
    Shape reads = MAP.withReadsPerSecond(10);
    Measured measured =
        Measured.in(
            SyntheticContest.run(
                SyntheticContest.of(reads.withReadsPerSecond(100)).build(),
                SyntheticContest.of(reads.withUpdatesPerSecond(10)).build(),
                SyntheticContest.of(reads.withReadPercent(0)).build()));
    assertThat(measured.neighbours(reads)).containsExactly(reads.withReadsPerSecond(100));
  }

  @Test
  void standingsCompareTheChoiceWithEachOther() {
    Advice advice = advise(map().with("SnapshotMap", 3));
    assertThat(advice.standings().get(0).choiceAgainst()).isNull();
    assertThat(advice.standings().subList(1, 5))
        .allSatisfy(
            standing ->
                assertThat(standing.choiceAgainst())
                    .extracting(Comparison::verdict)
                    .isEqualTo(Verdict.BETTER));
  }

  private static SyntheticContest map() {
    return SyntheticContest.of(MAP);
  }

  private static Advice advise(SyntheticContest contest) {
    return advise(contest, Requirements.NOTHING);
  }

  private static Advice advise(SyntheticContest contest, Requirements wants) {
    return Adviser.advise(MAP, contest.build(), wants);
  }

  private static String name(@Nullable Candidate candidate) {
    return candidate == null ? "none" : candidate.name();
  }
}
