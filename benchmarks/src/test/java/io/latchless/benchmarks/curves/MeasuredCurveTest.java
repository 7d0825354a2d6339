package io.latchless.benchmarks.curves;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchless.benchmarks.choice.Shape;
import io.latchless.benchmarks.choice.StructureKind;
import org.junit.jupiter.api.Test;

class MeasuredCurveTest {
  private static final Shape MAP = new Shape(StructureKind.MAP, 90, 1_024, 2, 100);

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
  void sharesOfReadsAndRatesOfUpdatesAreKeptApart() {
    PlantedSpeeds speeds = measured(new int[] {16, 128}, 50, 75, 100);
    for (int updates : new int[] {1, 316, 100_000}) {
      assertThat(speeds.measure(MAP.withSize(16).withUpdatesPerSecond(updates))).isPresent();
    }
    assertThat(speeds.measure(MAP.withSize(1_024).withUpdatesPerSecond(316))).isPresent();
    assertThat(MeasuredCurve.in(speeds.measured()))
        .filteredOn(curve -> curve.curve().axis() == Axis.UPDATES)
        .singleElement()
        .satisfies(
            curve -> {
              assertThat(curve.curve()).isEqualTo(new Curve(MAP.withSize(16), Axis.UPDATES));
              assertThat(curve.points()).extracting(Point::value).containsExactly(1, 316, 100_000);
            });
    assertThat(MeasuredCurve.in(speeds.measured()))
        .filteredOn(curve -> curve.curve().axis() == Axis.READS)
        .hasSize(2)
        .allSatisfy(
            curve ->
                assertThat(curve.points()).extracting(Point::value).containsExactly(50, 75, 100));
  }

  @Test
  void sizesUnderOneRateOfUpdatesMakeACurve() {
    PlantedSpeeds speeds = new PlantedSpeeds();
    for (int size : new int[] {1, 1_024, 1_048_576}) {
      assertThat(speeds.measure(MAP.withSize(size).withUpdatesPerSecond(316))).isPresent();
    }
    assertThat(speeds.measure(MAP.withSize(16))).isPresent();
    assertThat(MeasuredCurve.in(speeds.measured()))
        .singleElement()
        .satisfies(
            curve -> {
              assertThat(curve.curve().base().updatesPerSecond()).isEqualTo(316);
              assertThat(curve.points()).hasSize(3);
            });
  }

  @Test
  void bothKindsAreKeptWhereBothHaveTheirEnds() {
    PlantedSpeeds speeds = measured(new int[] {1, 1_024, 1_048_576}, 50, 75, 100);
    assertThat(MeasuredCurve.in(speeds.measured())).hasSize(6);
  }
}
