package io.latchless.benchmarks.curves;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.benchmarks.choice.Shape;
import io.latchless.benchmarks.choice.Shared;
import org.junit.jupiter.api.Test;

class MeasuredCurveTest {
  private static final Shape MAP = new Shape(Shared.MAP, 90, 1_024, 2, 100);

  private static PlantedSpeeds measured(int[] sizes, int... reads) {
    PlantedSpeeds speeds = new PlantedSpeeds();
    for (int size : sizes) {
      for (int share : reads) {
        assertThat(speeds.measure(MAP.withSize(size).withReadPercent(share))).isPresent();
      }
    }
    return speeds;
  }

  @Test
  void pointsInOrderMakeACurveFromThreeOn() {
    PlantedSpeeds speeds = measured(new int[] {1_024}, 100, 50, 75);
    assertThat(MeasuredCurve.in(speeds.measured()))
        .singleElement()
        .satisfies(
            curve -> {
              assertThat(curve.curve()).isEqualTo(new Curve(MAP, Axis.READS));
              assertThat(curve.points()).extracting(Point::value).containsExactly(50, 75, 100);
              assertThat(curve.names()).startsWith("SnapshotMap").hasSize(5);
            });
    assertThat(MeasuredCurve.in(measured(new int[] {1_024}, 100, 50).measured())).isEmpty();
  }

  @Test
  void curvesByChanceAreLeftOut() {
    PlantedSpeeds speeds = measured(new int[] {16, 128, 1_024}, 50, 75, 100);
    assertThat(MeasuredCurve.in(speeds.measured()))
        .hasSize(3)
        .allMatch(curve -> curve.curve().axis() == Axis.READS);
  }

  @Test
  void curvesWithPointsOfTheirOwnAreKeptThoughTheyLackTheEnds() {
    PlantedSpeeds speeds = measured(new int[] {16, 128, 1_024}, 75);
    assertThat(MeasuredCurve.in(speeds.measured()))
        .singleElement()
        .satisfies(curve -> assertThat(curve.curve().axis()).isEqualTo(Axis.SIZE));
  }

  @Test
  void bothKindsAreKeptWhereBothHaveTheirEnds() {
    PlantedSpeeds speeds = measured(new int[] {1, 1_024, 1_048_576}, 50, 75, 100);
    assertThat(MeasuredCurve.in(speeds.measured())).hasSize(6);
  }
}
