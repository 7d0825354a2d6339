package io.latchless.benchmarks.curves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.latchless.benchmarks.choice.Shape;
import io.latchless.benchmarks.choice.StructureKind;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SweepTest {
  private static final Shape PROCESS = new Shape(StructureKind.PROCESS, 90, 0, 2, 100);
  private static final Curve READS = new Curve(PROCESS, Axis.READS);
  private static final Shape MAP = new Shape(StructureKind.MAP, 90, 1_024, 2, 100);
  private static final double PLANTED = 72.4;

  /** Plants speeds with which ours falls behind the monitor as the share of writes grows. */
  private static PlantedSpeeds crossing() {
    return new PlantedSpeeds()
        .with("synchronized", shape -> 4)
        .with("ProcessStatusHolder", shape -> 4 * Math.exp(0.05 * (shape.readPercent() - PLANTED)));
  }

  @Test
  void findsAPlantedCrossingWithFarFewerPointsThanAGrid() {
    PlantedSpeeds speeds = crossing();
    Sweep.Swept swept = Sweep.run(READS, speeds);
    assertThat(swept.finished()).isTrue();
    assertThat(speeds.count()).isLessThanOrEqualTo(9);
    assertThat(swept.curve().crossings())
        .singleElement()
        .satisfies(
            crossing -> {
              assertThat(crossing.below()).isEqualTo(72);
              assertThat(crossing.above()).isEqualTo(73);
              assertThat(crossing.before()).isEqualTo("synchronized");
              assertThat(crossing.after()).isEqualTo("ProcessStatusHolder");
              assertThat(crossing.estimate()).isCloseTo(PLANTED, within(0.05));
              assertThat(crossing.clearBelow()).isEqualTo(72);
              assertThat(crossing.clearAbove()).isEqualTo(73);
            });
  }

  @Test
  void findsTwoCrossings() {
    PlantedSpeeds speeds =
        new PlantedSpeeds()
            .with("synchronized", shape -> 2)
            .with("SnapshotMap", shape -> shape.size() > 30 && shape.size() < 20_000 ? 4 : 1.5);
    Sweep.Swept swept = Sweep.run(new Curve(MAP, Axis.SIZE), speeds);
    assertThat(speeds.count()).isLessThan(12);
    assertThat(swept.curve().crossings())
        .hasSize(2)
        .allSatisfy(
            crossing ->
                assertThat((double) crossing.above() / crossing.below()).isLessThanOrEqualTo(2.5));
    assertThat(swept.curve().crossings().get(0))
        .returns("SnapshotMap", Crossing::after)
        .matches(crossing -> crossing.below() <= 30 && crossing.above() > 30);
    assertThat(swept.curve().crossings().get(1))
        .returns("synchronized", Crossing::after)
        .matches(crossing -> crossing.below() < 20_000 && crossing.above() >= 20_000);
  }

  @Test
  void doesNotLookWhereNothingCrosses() {
    PlantedSpeeds speeds = new PlantedSpeeds().with("StampedLock", shape -> 3);
    Sweep.Swept swept = Sweep.run(READS, speeds);
    assertThat(swept.finished()).isTrue();
    assertThat(swept.curve().crossings()).isEmpty();
    assertThat(swept.curve().points()).extracting(Point::value).containsExactly(50, 75, 100);
  }

  @Test
  void findsTheCrossingThroughNoise() {
    Random random = new Random(7);
    PlantedSpeeds speeds =
        crossing()
            .noise(0.1)
            .with(
                "ProcessStatusHolder",
                shape ->
                    4
                        * Math.exp(
                            0.05 * (shape.readPercent() - PLANTED) + 0.1 * random.nextGaussian()));
    Sweep.Swept swept = Sweep.run(READS, speeds);
    assertThat(speeds.count()).isLessThanOrEqualTo(9);
    assertThat(swept.curve().crossings())
        .singleElement()
        .satisfies(
            crossing -> {
              assertThat(crossing.estimate()).isCloseTo(PLANTED, within(6.0));
              assertThat(crossing.clearBelow()).isLessThan(73);
              assertThat(crossing.clearAbove()).isGreaterThan(72);
            });
  }

  @Test
  void doesNotChaseWhatIsOnlyNoise() {
    Random random = new Random(5);
    PlantedSpeeds speeds = new PlantedSpeeds().noise(1);
    for (String name : new String[] {"synchronized", "ProcessStatusHolder", "StampedLock"}) {
      speeds.with(name, shape -> Math.exp(0.2 * random.nextGaussian()));
    }
    Sweep.Swept swept = Sweep.run(READS, speeds);
    assertThat(swept.finished()).isTrue();
    assertThat(speeds.count()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 5})
  void keepsWhatThereWasTimeFor(int most) {
    Sweep.Swept swept = Sweep.run(READS, crossing().atMost(most));
    assertThat(swept.finished()).isFalse();
    assertThat(swept.curve().points()).hasSize(most);
  }

  @Test
  void looksForBreakEvensBehindTheLeader() {
    PlantedSpeeds speeds =
        new PlantedSpeeds()
            .with("ConcurrentHashMap", shape -> 50)
            .with("synchronized", shape -> 4)
            .with("copied HashMap", shape -> 4 * Math.exp(0.3 * (shape.readPercent() - 95.5)))
            .with("SnapshotMap", shape -> 6);
    Sweep.Swept swept = Sweep.run(new Curve(MAP, Axis.READS), speeds);
    assertThat(swept.curve().crossings()).isEmpty();
    assertThat(swept.curve().crossings(new Rivals("copied HashMap", "synchronized")))
        .singleElement()
        .satisfies(crossing -> assertThat(crossing.estimate()).isCloseTo(95.5, within(0.1)));
  }

  @Test
  void pointsWithoutFiguresAreLeftOut() {
    Sweep.Swept swept = Sweep.run(READS, crossing().rounds(0));
    assertThat(swept.finished()).isTrue();
    assertThat(swept.curve().points()).isEmpty();
  }
}
