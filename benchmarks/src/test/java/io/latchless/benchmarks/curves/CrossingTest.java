package io.latchless.benchmarks.curves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.latchless.benchmarks.choice.Shape;
import io.latchless.benchmarks.choice.StructureKind;
import io.latchless.benchmarks.results.ContestResult;
import io.latchless.benchmarks.results.Role;
import io.latchless.benchmarks.results.SubjectResult;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrossingTest {
  private static final Shape MAP = new Shape(StructureKind.MAP, 90, 1_024, 2, 100);

  /** Plants a ratio that falls as a power of the size, which is a line on logarithmic scales. */
  private static PlantedSpeeds power() {
    return new PlantedSpeeds()
        .with("synchronized", shape -> 3)
        .with("SnapshotMap", shape -> 3 * Math.pow(shape.size() / 500.0, -0.5));
  }

  private static Point point(PlantedSpeeds speeds, Axis axis, int value) {
    return new Point(value, speeds.measure(axis.at(MAP, value)).orElseThrow());
  }

  @Test
  void isInterpolatedOnTheScaleOfTheAxis() {
    PlantedSpeeds speeds = power().noise(0);
    Crossing crossing =
        Crossing.ofLeaders(
                Axis.SIZE, point(speeds, Axis.SIZE, 100), point(speeds, Axis.SIZE, 60_000))
            .orElseThrow();
    assertThat(crossing.estimate()).isCloseTo(500, within(0.01));
    assertThat(crossing.before()).isEqualTo("SnapshotMap");
    assertThat(crossing.after()).isEqualTo("synchronized");
    assertThat(crossing.isShown()).isTrue();
  }

  @Test
  void liesAtAPointWhereTheTwoAreLevel() {
    PlantedSpeeds speeds =
        new PlantedSpeeds()
            .noise(0)
            .with("synchronized", shape -> 3)
            .with("SnapshotMap", shape -> shape.readPercent() == 80 ? 3.0000001 : 1);
    Crossing crossing =
        Crossing.ofLeaders(Axis.READS, point(speeds, Axis.READS, 70), point(speeds, Axis.READS, 80))
            .orElseThrow();
    assertThat(crossing.estimate()).isCloseTo(80, within(0.001)).isLessThanOrEqualTo(80);
  }

  @Test
  void tooFewRoundsShowNothing() {
    PlantedSpeeds speeds = power().rounds(5);
    assertThat(
            Crossing.ofLeaders(
                Axis.SIZE, point(speeds, Axis.SIZE, 100), point(speeds, Axis.SIZE, 60_000)))
        .hasValueSatisfying(
            crossing -> {
              assertThat(crossing.clearBelow()).isNull();
              assertThat(crossing.clearAbove()).isNull();
              assertThat(crossing.isShown()).isFalse();
            });
  }

  @Test
  void thereIsNoneWhileTheSameOneLeads() {
    PlantedSpeeds speeds = power();
    Point below = point(speeds, Axis.SIZE, 10);
    Point above = point(speeds, Axis.SIZE, 100);
    assertThat(Crossing.ofLeaders(Axis.SIZE, below, above)).isEmpty();
    Rivals rivals = new Rivals("synchronized", "SnapshotMap");
    assertThat(Crossing.of(rivals, Axis.SIZE, below, above)).isEmpty();
    assertThat(Crossing.of(rivals, Axis.SIZE, below, point(speeds, Axis.SIZE, 9_000)))
        .hasValueSatisfying(crossing -> assertThat(crossing.before()).isEqualTo("SnapshotMap"));
  }

  private static final double[] BEHIND = {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
  private static final double[] LEVEL_BELOW = {2, 2, 2, 2, 2, 2, 2, 4, 4, 4, 4, 4};
  private static final double[] LEVEL_ABOVE = {2, 2, 2, 2, 2, 4, 4, 4, 4, 4, 4, 4};
  private static final double[] AHEAD = {9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9};

  /**
   * Returns a point with ours in these rounds, and a monitor that always does 3 operations per
   * second.
   */
  private static Point point(int reads, double[] ours) {
    List<Double> rounds = Arrays.stream(ours).boxed().toList();
    return new Point(
        reads,
        new ContestResult(
            MAP.withReadPercent(reads).contestName(),
            "Who?",
            "A workload.",
            2,
            List.of(
                new SubjectResult("SnapshotMap", Role.OURS, rounds, List.of(), null, null, null),
                new SubjectResult(
                    "synchronized",
                    Role.MUTEX,
                    Collections.nCopies(rounds.size(), 3.0),
                    List.of(),
                    null,
                    null,
                    null)),
            List.of()));
  }

  private static List<Crossing> crossings(Point... points) {
    return new MeasuredCurve(new Curve(MAP, Axis.READS), List.of(points)).crossings();
  }

  @Test
  void toAndFroBetweenClearPointsIsOneCrossing() {
    assertThat(
            crossings(
                point(50, BEHIND),
                point(60, LEVEL_ABOVE),
                point(70, LEVEL_BELOW),
                point(80, LEVEL_ABOVE),
                point(90, AHEAD)))
        .singleElement()
        .satisfies(
            crossing -> {
              assertThat(crossing.before()).isEqualTo("synchronized");
              assertThat(crossing.after()).isEqualTo("SnapshotMap");
              assertThat(crossing.below()).isEqualTo(50);
              assertThat(crossing.above()).isEqualTo(80);
              assertThat(crossing.estimate()).isBetween(60.0, 75.0);
              assertThat(crossing.clearBelow()).isEqualTo(50);
              assertThat(crossing.clearAbove()).isEqualTo(90);
            });
  }

  @Test
  void whereTheTwoAreLevelThereIsNone() {
    assertThat(
            crossings(
                point(60, LEVEL_ABOVE),
                point(70, LEVEL_BELOW),
                point(80, LEVEL_ABOVE),
                point(90, LEVEL_BELOW)))
        .isEmpty();
  }

  @Test
  void thereAndBackAreTwo() {
    assertThat(crossings(point(50, BEHIND), point(60, AHEAD), point(90, BEHIND)))
        .extracting(Crossing::after, Crossing::clearBelow, Crossing::clearAbove)
        .containsExactly(tuple("SnapshotMap", 50, 60), tuple("synchronized", 60, 90));
  }

  @Test
  void whatIsClearOnOneSideOnlyIsKept() {
    assertThat(crossings(point(50, BEHIND), point(60, LEVEL_BELOW), point(70, LEVEL_ABOVE)))
        .extracting(Crossing::below, Crossing::clearBelow, Crossing::clearAbove)
        .containsExactly(tuple(60, 50, null));
  }
}
