package io.latchless.benchmarks.curves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.latchless.benchmarks.choice.Shape;
import io.latchless.benchmarks.choice.StructureKind;
import io.latchless.benchmarks.curves.BreakEven.Outcome;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Break-evens for planted costs of operations, in nanoseconds. */
class BreakEvenTest {
  private static final double LOCKED = 200;
  private static final double READ = 100;
  private static final double COPY_OF_ONE_ENTRY = 20;

  /** Plants costs: a copy costs by the entry, the lock a constant, the other two 1,000 ns. */
  private static PlantedSpeeds costs() {
    return new PlantedSpeeds()
        .with("synchronized", shape -> 1_000 / LOCKED)
        .with("copied HashMap", shape -> 1_000 / cost(shape));
  }

  private static double cost(Shape shape) {
    return READ + (100 - shape.readPercent()) / 100.0 * shape.size() * COPY_OF_ONE_ENTRY;
  }

  private static List<BreakEven> swept(int size, PlantedSpeeds speeds) {
    Curve curve = new Curve(new Shape(StructureKind.MAP, 90, size, 2, 100), Axis.READS);
    return BreakEven.of(Sweep.run(curve, speeds).curve());
  }

  private static BreakEven copied(int size, String other) {
    return find(swept(size, costs()), new Rivals("copied HashMap", other));
  }

  private static BreakEven find(List<BreakEven> evens, Rivals rivals) {
    return evens.stream().filter(even -> even.rivals().equals(rivals)).findFirst().orElseThrow();
  }

  @Test
  void shareOfWritesFallsWithTheSizeAsPlanted() {
    for (int size : new int[] {16, 24, 128}) {
      BreakEven even = copied(size, "synchronized");
      double planted = 100 * (LOCKED - READ) / (size * COPY_OF_ONE_ENTRY);
      assertThat(even.outcome()).isEqualTo(Outcome.CROSSES);
      assertThat(even.writePercent()).isCloseTo(planted, within(0.2));
      assertThat(even.updatesPerSecond())
          .isCloseTo(1e9 / LOCKED * planted / 100, Percentage.withPercentage(5));
    }
  }

  @Test
  void garbageIsWhatTheModelSaysOfOneUpdate() {
    BreakEven even = copied(16, "synchronized");
    assertThat(even.garbagePerSecond()).hasValue(even.updatesPerSecond() * 720);
  }

  @Test
  void ofAMapThatTheModelDoesNotKnowNoGarbageIsGiven() {
    PlantedSpeeds speeds =
        costs().with("copied HashMap", shape -> 5 * Math.exp(shape.readPercent() - 80));
    BreakEven even = find(swept(4, speeds), new Rivals("copied HashMap", "synchronized"));
    assertThat(even.outcome()).isEqualTo(Outcome.CROSSES);
    assertThat(even.garbagePerSecond()).isEmpty();
  }

  @Test
  void whoIsBehindEverywhereNeverBreaksEven() {
    BreakEven even = find(swept(16, costs()), new Rivals("SnapshotMap", "synchronized"));
    assertThat(even.outcome()).isEqualTo(Outcome.NEVER_AHEAD);
    assertThat(even.crossing()).isNull();
    assertThat(even.lowest()).isEqualTo(50);
    assertThat(even.highest()).isEqualTo(100);
    assertThat(even.garbagePerSecond()).isEmpty();
  }

  @Test
  void whoIsAheadEverywhereIsSaidToBe() {
    assertThat(copied(16, "ConcurrentHashMap").outcome()).isEqualTo(Outcome.NEVER_BEHIND);
  }

  @Test
  void whoCannotBeToldApartIsLevel() {
    PlantedSpeeds speeds = new PlantedSpeeds().noise(0.5);
    assertThat(swept(16, speeds))
        .hasSize(4)
        .extracting(BreakEven::outcome)
        .containsOnly(Outcome.LEVEL);
  }

  @Test
  void crossingTheOtherWayIsToldApart() {
    PlantedSpeeds speeds =
        costs().with("SnapshotMap", shape -> 5 * Math.exp(0.1 * (70 - shape.readPercent())));
    BreakEven even = find(swept(16, speeds), new Rivals("SnapshotMap", "synchronized"));
    assertThat(even.outcome()).isEqualTo(Outcome.CROSSES_THE_OTHER_WAY);
    assertThat(even.writePercent()).isCloseTo(30, within(0.1));
  }

  /**
   * Plants rates: the copying map is twice as fast as the lock, and level with it at 2 M copied
   * entries per second.
   */
  private static PlantedSpeeds rates() {
    return new PlantedSpeeds()
        .with("synchronized", shape -> 5)
        .with(
            "copied HashMap",
            shape -> 10 / (1 + (double) shape.updatesPerSecond() * shape.size() / 2e6));
  }

  private static List<BreakEven> sweptByRate(int size, PlantedSpeeds speeds) {
    Curve curve = new Curve(new Shape(StructureKind.MAP, 90, size, 2, 100), Axis.UPDATES);
    return BreakEven.of(Sweep.run(curve, speeds).curve());
  }

  @Test
  void rateOfUpdatesFallsWithTheSizeAsPlanted() {
    for (int size : new int[] {64, 1_024, 65_536}) {
      BreakEven even =
          find(sweptByRate(size, rates()), new Rivals("copied HashMap", "synchronized"));
      double planted = 2e6 / size;
      assertThat(even.axis()).isEqualTo(Axis.UPDATES);
      assertThat(even.outcome()).isEqualTo(Outcome.CROSSES);
      assertThat(even.lowest()).isEqualTo(1);
      assertThat(even.highest()).isEqualTo(100_000);
      assertThat(even.updatesPerSecond()).isCloseTo(planted, Percentage.withPercentage(15));
      assertThat(even.writePercent()).isCloseTo(100 * planted / 5e6, Percentage.withPercentage(25));
    }
  }

  @Test
  void garbageAtARateIsThatOfItsUpdates() {
    BreakEven even = find(sweptByRate(64, rates()), new Rivals("copied HashMap", "synchronized"));
    assertThat(even.garbagePerSecond()).hasValue(even.updatesPerSecond() * 2_640);
  }

  @Test
  void whoOvertakesWithMoreUpdatesCrossesTheOtherWay() {
    PlantedSpeeds speeds =
        rates().with("SnapshotMap", shape -> 0.5 * Math.sqrt(shape.updatesPerSecond()));
    BreakEven even = find(sweptByRate(64, speeds), new Rivals("SnapshotMap", "synchronized"));
    assertThat(even.outcome()).isEqualTo(Outcome.CROSSES_THE_OTHER_WAY);
    assertThat(even.updatesPerSecond()).isCloseTo(100, Percentage.withPercentage(5));
  }

  private static boolean aheadTwice(Shape shape) {
    int updates = shape.updatesPerSecond();
    return updates < 60 || (updates > 1_000 && updates < 10_000);
  }

  @Test
  void ofSeveralCrossingsTheOneWithTheFewestUpdatesIsMet() {
    PlantedSpeeds speeds = rates().with("SnapshotMap", shape -> aheadTwice(shape) ? 7 : 3);
    BreakEven even = find(sweptByRate(64, speeds), new Rivals("SnapshotMap", "synchronized"));
    assertThat(even.outcome()).isEqualTo(Outcome.CROSSES);
    assertThat(even.updatesPerSecond()).isBetween(18.0, 100.0);
  }

  @Test
  void whoDoesFewerOperationsThanUpdatesAreAskedForOnlyWrites() {
    PlantedSpeeds speeds =
        new PlantedSpeeds()
            .with("synchronized", shape -> 0.001)
            .with("copied HashMap", shape -> 0.001 * 3_000 / shape.updatesPerSecond());
    BreakEven even = find(sweptByRate(64, speeds), new Rivals("copied HashMap", "synchronized"));
    assertThat(even.updatesPerSecond()).isCloseTo(3_000, Percentage.withPercentage(1));
    assertThat(even.writePercent()).isEqualTo(100);
  }

  @Test
  void otherCurvesAreNotAsked() {
    Curve threads = new Curve(new Shape(StructureKind.MAP, 90, 16, 2, 100), Axis.THREADS);
    assertThat(BreakEven.of(Sweep.run(threads, costs()).curve())).isEmpty();
  }
}
