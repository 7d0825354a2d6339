package io.latchless.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.benchmarks.compare.Planner.State;
import java.util.List;
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
    State slow = new State(Measure.THROUGHPUT, 1, 1000, 0, false);
    assertThat(Planner.next(List.of(slow, throughput(2)), 500)).contains(1);
    assertThat(Planner.next(List.of(slow), 500)).isEmpty();
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

  private static State throughput(int rounds) {
    return new State(Measure.THROUGHPUT, rounds, 100, 0, false);
  }

  private static State latency(int rounds) {
    return new State(Measure.LATENCY, rounds, 100, 0, false);
  }

  private static State decided(int rounds, double width, boolean tie) {
    return new State(Measure.THROUGHPUT, rounds, 100, width, tie);
  }
}
