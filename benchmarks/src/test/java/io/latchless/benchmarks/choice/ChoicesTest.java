package io.latchless.benchmarks.choice;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.benchmarks.contest.Contest;
import io.latchless.benchmarks.contest.Suite;
import io.latchless.benchmarks.results.Role;
import java.util.Arrays;
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
        .containsEntry("writePercent", "0");
  }

  @Test
  void theSixScenariosComeFirstInTheSuite() {
    assertThat(Suite.load().contests())
        .extracting(Contest::name)
        .filteredOn(name -> !name.startsWith("demo/"))
        .startsWith(
            Arrays.stream(Scenario.values())
                .map(scenario -> scenario.shape().contestName())
                .toArray(String[]::new));
  }

  @Test
  void scenariosAreFoundByTheirKeys() {
    assertThat(Scenario.keys()).hasSize(6).contains("process-status", "complex-state");
    assertThat(Scenario.of("Log-Buffer")).contains(Scenario.LOG_BUFFER);
    assertThat(Scenario.of("log")).isEmpty();
  }
}
