package io.latchless.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.benchmarks.compare.Planner.State;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlannerTest {
  private static final long PLENTY = 1_000_000;

  @Test
  void nothingToRunIsNothing() {
    assertThat(Planner.next(List.of(), PLENTY)).isEmpty();
  }

  @Test
  void fewestRoundsFirst() {
    assertThat(Planner.next(List.of(throughput(2), throughput(1), throughput(1)), PLENTY))
        .contains(1);
  }

  @Test
  void whoWantsMoreGetsThemBeforeOthersGetMoreThanTheyWant() {
    State wantsNine = new State(Measure.THROUGHPUT, 0, 7, 9, 100, 0.1, false);
    State wide = new State(Measure.THROUGHPUT, 0, 6, 6, 100, 2, true);
    assertThat(Planner.next(List.of(wide, wantsNine), PLENTY)).contains(1);
    State hasNine = new State(Measure.THROUGHPUT, 0, 9, 9, 100, 0.1, false);
    assertThat(Planner.next(List.of(wide, hasNine), PLENTY)).contains(0);
  }

  @Test
  void whoWantsMoreGetsAVerdictAndNoMoreWhenThereIsNotTimeForAll() {
    State wantsNine = new State(Measure.THROUGHPUT, 0, 6, 9, 100, 0.1, false);
    assertThat(Planner.next(List.of(wantsNine, throughput(0)), 800)).contains(1);
    assertThat(Planner.next(List.of(wantsNine, throughput(0)), 1_000)).contains(1);
    assertThat(Planner.next(List.of(wantsNine), 300)).contains(0);
  }

  @Test
  void throughputBeforeLatencyAmongEquals() {
    assertThat(Planner.next(List.of(latency(1), throughput(1)), PLENTY)).contains(1);
    assertThat(Planner.next(List.of(latency(1), throughput(2)), PLENTY)).contains(0);
  }

  @Test
  void latencyWaitsWhenThereIsNotTimeForBoth() {
    assertThat(Planner.next(List.of(latency(1), throughput(2)), 500)).contains(1);
  }

  @Test
  void latencyGetsWhatThroughputLeaves() {
    assertThat(Planner.next(List.of(latency(1), throughput(6)), 150)).contains(0);
  }

  @Test
  void roundThatDoesNotFitGivesWayToOneThatDoes() {
    State slow = new State(Measure.THROUGHPUT, 0, 1, 6, 1000, 0, false);
    assertThat(Planner.next(List.of(slow, throughput(2)), 500)).contains(1);
    assertThat(Planner.next(List.of(slow), 500)).isEmpty();
  }

  @Test
  void firstContestsOfAllTypesComeBeforeSecondOnesWhenThereIsNotTimeForAll() {
    List<State> tracks = List.of(of(0, 2), of(1, 0), of(0, 1), of(1, 0));
    assertThat(Planner.next(tracks, 1000)).contains(2);
    assertThat(Planner.next(tracks, PLENTY)).contains(1);
  }

  @Test
  void contestThatCannotBeDecidedGivesWayToLaterOneThatCan() {
    assertThat(Planner.next(List.of(of(0, 0), of(1, 3)), 300)).contains(1);
  }

  @Test
  void whatIsBegunIsDecidedBeforeOthersOfItsWave() {
    assertThat(Planner.next(List.of(throughput(2), throughput(3)), 300)).contains(1);
  }

  @Test
  void nothingDecidableGivesFiguresAtLeast() {
    assertThat(Planner.next(List.of(throughput(1), throughput(0)), 199)).contains(1);
  }

  @Test
  void tooSmallBudgetBringsAsManyVerdictsAsItHasTimeFor() {
    Random random = new Random(7);
    for (int run = 0; run < 200; run++) {
      int[] rounds = new int[2 + random.nextInt(40)];
      int size = rounds.length;
      int types = 1 + random.nextInt(6);
      long left = random.nextInt(size * 600 + 1000);
      long affordable = Math.min(size, left / 600);
      for (var next = next(rounds, types, left);
          next.isPresent();
          next = next(rounds, types, left)) {
        rounds[next.get()]++;
        left -= 100;
      }
      assertThat(left).isNotNegative();
      for (int i = 0; i < size; i++) {
        boolean decided = i < affordable;
        assertThat(rounds[i] >= 6)
            .as("%d of %d, time for %d", i, size, affordable)
            .isEqualTo(decided);
      }
    }
  }

  @Test
  void contestWithVerdictWaitsForThoseWithout() {
    assertThat(Planner.next(List.of(decided(6, 9.0, true), throughput(5)), PLENTY)).contains(1);
  }

  @Test
  void widestIntervalGetsMore() {
    assertThat(Planner.next(List.of(decided(6, 0.1, false), decided(6, 0.3, false)), PLENTY))
        .contains(1);
  }

  @Test
  void tieGetsMoreThanClearResultOfLikeWidth() {
    assertThat(Planner.next(List.of(decided(6, 0.3, false), decided(6, 0.2, true)), PLENTY))
        .contains(1);
  }

  @Test
  void manyRoundsAlreadySpentCountAgainstMore() {
    assertThat(Planner.next(List.of(decided(30, 0.3, true), decided(6, 0.2, true)), PLENTY))
        .contains(1);
  }

  @Test
  void roundsThatWouldTellNothingAreNotBegun() {
    assertThat(Planner.next(List.of(decided(6, 0.3, true)), 299)).isEmpty();
    assertThat(Planner.next(List.of(decided(6, 0.3, true)), 300)).contains(0);
  }

  @Test
  void whatIsHalfwayToTheNextStepIsFinishedFirst() {
    assertThat(Planner.next(List.of(decided(7, 0.1, false), decided(6, 0.9, true)), PLENTY))
        .contains(0);
  }

  /**
   * Plans over throughput of every contest, then latency of every contest, both grouped by type.
   */
  private static Optional<Integer> next(int[] rounds, int types, long left) {
    int contests = (rounds.length + 1) / 2;
    return Planner.next(
        IntStream.range(0, rounds.length)
            .mapToObj(
                i ->
                    new State(
                        i < contests ? Measure.THROUGHPUT : Measure.LATENCY,
                        i % contests / types,
                        rounds[i],
                        6,
                        100,
                        0.1,
                        true))
            .toList(),
        left);
  }

  private static State of(int wave, int rounds) {
    return new State(Measure.THROUGHPUT, wave, rounds, 6, 100, 0, false);
  }

  private static State throughput(int rounds) {
    return new State(Measure.THROUGHPUT, 0, rounds, 6, 100, 0, false);
  }

  private static State latency(int rounds) {
    return new State(Measure.LATENCY, 0, rounds, 6, 100, 0, false);
  }

  private static State decided(int rounds, double width, boolean tie) {
    return new State(Measure.THROUGHPUT, 0, rounds, 6, 100, width, tie);
  }
}
