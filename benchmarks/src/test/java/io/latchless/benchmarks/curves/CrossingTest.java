package io.latchless.benchmarks.curves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.latchless.benchmarks.choice.Shape;
import io.latchless.benchmarks.choice.Shared;
import org.junit.jupiter.api.Test;

class CrossingTest {
  private static final Shape MAP = new Shape(Shared.MAP, 90, 1_024, 2, 100);

  /** The ratio falls as a power of the size, which is a line on logarithmic scales. */
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
              assertThat(crossing.shownBelow()).isFalse();
              assertThat(crossing.shownAbove()).isFalse();
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
}
