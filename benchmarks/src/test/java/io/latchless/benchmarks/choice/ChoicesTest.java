package io.latchless.benchmarks.choice;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.benchmarks.contest.Contest;
import io.latchless.benchmarks.contest.Suite;
import io.latchless.benchmarks.results.Role;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChoicesTest {
  @ParameterizedTest
  @EnumSource(StructureKind.class)
  void everythingSharedHasAMutexAndOursAmongItsCandidates(StructureKind shared) {
    List<Candidate> candidates = Choices.of(shared).candidates();
    assertThat(candidates.get(0).role()).isEqualTo(Role.OURS);
    assertThat(candidates).extracting(Candidate::role).contains(Role.MUTEX);
    assertThat(candidates).extracting(Candidate::name).doesNotHaveDuplicates();
    assertThat(candidates).allSatisfy(each -> assertThat(each.because()).isNotBlank());
  }

  @ParameterizedTest
  @EnumSource(StructureKind.class)
  void somebodyGoesOnWhicheverThreadStops(StructureKind shared) {
    assertThat(Choices.of(shared).candidates()).anyMatch(Candidate::goesOn);
  }

  @ParameterizedTest
  @EnumSource(StructureKind.class)
  void everyShapeIsAContestWithEveryCandidate(StructureKind shared) {
    Choice choice = Choices.of(shared);
    Shape shape =
        new Shape(shared, shared.isBalanced() ? 50 : 20, Shape.usualSize(shared), 4, 1_000);
    Contest contest = choice.contest(shape);
    assertThat(contest.name()).isEqualTo(shape.contestName());
    assertThat(contest.threads()).isEqualTo(4);
    assertThat(contest.parameters()).containsEntry("work", "465");
    if (!shared.isBalanced()) {
      assertThat(contest.parameters()).containsEntry("writePercent", "80");
    }
    assertThat(contest.subjects())
        .extracting(subject -> subject.name())
        .containsExactlyElementsOf(choice.candidates().stream().map(Candidate::name).toList());
    Function<String, ?> footprint = requireNonNull(contest.footprint());
    for (Candidate candidate : choice.candidates()) {
      assertThat((Object) footprint.apply(candidate.name())).as(candidate.name()).isNotNull();
    }
  }

  @ParameterizedTest
  @EnumSource(value = StructureKind.class, names = "QUEUE", mode = EnumSource.Mode.EXCLUDE)
  void everyContestIsToldHowManyUpdatesASecondThereAre(StructureKind shared) {
    Shape share = new Shape(shared, 20, Shape.usualSize(shared), 2, 100);
    assertThat(Choices.of(shared).contest(share).parameters())
        .containsEntry("updatesPerSecond", "0");
    assertThat(Choices.of(shared).contest(share.withUpdatesPerSecond(300)).parameters())
        .containsEntry("updatesPerSecond", "300")
        .containsEntry("readsPerSecond", "0")
        .containsEntry("writePercent", "0");
    assertThat(Choices.of(shared).contest(share.withReadsPerSecond(300)).parameters())
        .containsEntry("updatesPerSecond", "0")
        .containsEntry("readsPerSecond", "300");
  }

  @Test
  void theSixScenariosComeFirstInTheSuiteAndThenTheirServiceRates() {
    assertThat(Suite.load().contests())
        .extracting(Contest::name)
        .filteredOn(name -> !name.startsWith("demo/"))
        .startsWith(
            "choice/process/reads-90-threads-2-work-100",
            "choice/handlers/reads-95-size-8-threads-2-work-100",
            "choice/counter/reads-80-threads-2-work-100",
            "choice/map/reads-85-size-128-threads-2-work-100",
            "choice/history/reads-50-size-1024-threads-2-work-100",
            "choice/record/reads-80-threads-2-work-100",
            "choice/process/updates-10-threads-2-work-100",
            "choice/handlers/updates-1-size-8-threads-2-work-100",
            "choice/counter/read-rate-10-threads-2-work-100",
            "choice/map/updates-10-size-128-threads-2-work-100",
            "choice/history/read-rate-10-size-1024-threads-2-work-100",
            "choice/record/updates-10-threads-2-work-100");
  }

  @ParameterizedTest
  @EnumSource(Scenario.class)
  void atItsServiceRateAScenarioIsOtherwiseTheSame(Scenario scenario) {
    Shape rated = scenario.atServiceRate();
    assertThat(rated.hasRate()).isTrue();
    assertThat(rated.withReadPercent(scenario.shape().readPercent())).isEqualTo(scenario.shape());
    List<Contest> contests = new ScenarioContests().contests();
    Contest share = named(scenario.shape(), contests);
    Contest rate = named(rated, contests);
    assertThat(rate.subjects()).isEqualTo(share.subjects());
    assertThat(rate.benchmark()).isEqualTo(share.benchmark());
    assertThat(rate.method()).isEqualTo(share.method());
    assertThat(rate.threads()).isEqualTo(share.threads());
    assertThat(rate.rounds()).isEqualTo(share.rounds());
  }

  private static Contest named(Shape shape, List<Contest> contests) {
    return contests.stream()
        .filter(contest -> contest.name().equals(shape.contestName()))
        .findFirst()
        .orElseThrow();
  }

  /** A line of the console has at most 100 columns, four of them indent. */
  @ParameterizedTest
  @EnumSource(StructureKind.class)
  void whatACandidateCannotDoFollowsTheWordOnALine(StructureKind shared) {
    for (Candidate candidate : Choices.of(shared).candidates()) {
      assertThat("    cannot " + candidate.cannot()).as(candidate.name()).hasSizeLessThan(101);
      if (!candidate.wholeState() && candidate.role() == Role.PEER) {
        assertThat(candidate.cannot()).as(candidate.name()).isNotEmpty();
      }
      if (!candidate.goesOn()) {
        assertThat(candidate.cannot()).as(candidate.name()).contains("go on ");
      }
    }
  }

  @Test
  void scenariosAreFoundByTheirKeys() {
    assertThat(Scenario.keys()).hasSize(6).contains("process-status", "complex-state");
    assertThat(Scenario.of("Log-Buffer")).contains(Scenario.LOG_BUFFER);
    assertThat(Scenario.of("log")).isEmpty();
  }
}
