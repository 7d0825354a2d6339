package io.latchless.benchmarks.curves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.latchless.benchmarks.choice.Shape;
import io.latchless.benchmarks.choice.StructureKind;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AxisTest {
  @ParameterizedTest
  @CsvSource({
    "READS, 50, 100, 75",
    "READS, 94, 100, 97",
    "READS, 98, 100, 99",
    "UPDATES, 1, 100000, 316",
    "UPDATES, 1, 316, 18",
    "UPDATES, 5623, 100000, 23713",
    "UPDATES, 1, 4, 2",
    "THREADS, 1, 16, 4",
    "THREADS, 1, 4, 2",
    "THREADS, 4, 16, 8",
    "SIZE, 1, 1048576, 1024",
    "SIZE, 1024, 1048576, 32768",
    "WORK, 0, 10000, 306",
    "WORK, 0, 306, 46"
  })
  void bisectsOnItsScale(Axis axis, int below, int above, int between) {
    assertThat(axis.between(below, above)).hasValue(between);
  }

  @ParameterizedTest
  @CsvSource({
    "READS, 99, 100",
    "UPDATES, 1, 2",
    "UPDATES, 1000, 2500",
    "THREADS, 1, 2",
    "THREADS, 4, 8",
    "THREADS, 8, 16",
    "SIZE, 1024, 2048",
    "SIZE, 1, 2",
    "WORK, 0, 10",
    "WORK, 4000, 10000"
  })
  void doesNotBisectWhatIsNear(Axis axis, int below, int above) {
    assertThat(axis.between(below, above)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Axis.class)
  void bisectingEndsAndStaysBetween(Axis axis) {
    int low = axis.low(StructureKind.MAP);
    int high = axis.high(StructureKind.MAP);
    int steps = 0;
    for (OptionalInt middle = axis.between(low, high);
        middle.isPresent();
        middle = axis.between(low, high)) {
      assertThat(middle.getAsInt()).isGreaterThan(low).isLessThan(high);
      high = middle.getAsInt();
      assertThat(++steps).isLessThan(10);
    }
    assertThat(steps).isPositive();
  }

  @ParameterizedTest
  @EnumSource(Axis.class)
  void valueIsAtItsPosition(Axis axis) {
    for (int value : new int[] {axis.low(StructureKind.MAP), 7, 90, axis.high(StructureKind.MAP)}) {
      assertThat(axis.value(axis.position(value))).isCloseTo(value, within(1e-6));
    }
  }

  @Test
  void everyCurveBeginsWithShapesThatThereAre() {
    for (Curve curve :
        CurveCatalogue.curves(Set.of(StructureKind.values()), Set.of(Axis.values()))) {
      assertThat(curve.first()).hasSize(3).doesNotHaveDuplicates().isSorted();
      for (int value : curve.first()) {
        Shape shape = curve.at(value);
        assertThat(Shape.ofContest(shape.contestName())).hasValue(shape);
        assertThat(new Curve(shape, curve.axis())).isEqualTo(curve);
      }
    }
  }

  @Test
  void catalogueHasEachCurveOnceAndTheBreakEvensOfMapsFirst() {
    var curves = CurveCatalogue.curves(Set.of(StructureKind.values()), Set.of(Axis.values()));
    assertThat(curves).doesNotHaveDuplicates();
    assertThat(curves.subList(0, 4)).allMatch(BreakEven::isAskedOf);
    assertThat(curves.subList(0, 3)).allMatch(curve -> curve.axis() == Axis.UPDATES);
    assertThat(curves.subList(4, 6))
        .extracting(Curve::shared)
        .containsExactly(StructureKind.HANDLERS, StructureKind.RECORD);
    for (Axis axis : Axis.values()) {
      assertThat(curves.stream().filter(curve -> curve.axis() == axis).map(Curve::shared))
          .containsAll(Arrays.stream(StructureKind.values()).filter(axis::suits).toList());
    }
    assertThat(curves).extracting(Curve::shared).contains(StructureKind.values());
    assertThat(CurveCatalogue.curves(Set.of(StructureKind.QUEUE), Set.of(Axis.values())))
        .extracting(Curve::axis)
        .containsExactly(Axis.THREADS, Axis.WORK, Axis.SIZE);
    assertThat(CurveCatalogue.curves(Set.of(StructureKind.STATUS), Set.of(Axis.SIZE))).isEmpty();
  }

  @Test
  void aCurveIsTheSameWhicheverOfItsShapesDescribesIt() {
    Shape share = new Shape(StructureKind.MAP, 90, 1_024, 2, 100);
    Shape rate = share.withUpdatesPerSecond(300);
    assertThat(new Curve(share, Axis.UPDATES)).isEqualTo(new Curve(rate, Axis.UPDATES));
    assertThat(new Curve(rate, Axis.READS)).isEqualTo(new Curve(share, Axis.READS));
    assertThat(new Curve(rate, Axis.SIZE)).isNotEqualTo(new Curve(share, Axis.SIZE));
    assertThat(new Curve(rate, Axis.UPDATES).at(7).updatesPerSecond()).isEqualTo(7);
    assertThat(new Curve(rate, Axis.READS).at(100).countsUpdates()).isFalse();
  }

  @Test
  void whatCannotBeChosenIsNoCurve() {
    Shape queue = new Shape(StructureKind.QUEUE, 50, 1_024, 2, 100);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Curve(queue, Axis.READS))
        .withMessage("reads does not apply to a bounded queue");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Curve(queue, Axis.UPDATES))
        .withMessage("updates does not apply to a bounded queue");
  }

  @Test
  void isFoundByItsKey() {
    assertThat(Axis.keys()).containsExactly("reads", "updates", "threads", "size", "work");
    assertThat(Axis.of("Threads")).hasValue(Axis.THREADS);
    assertThat(Axis.of("colour")).isEmpty();
  }
}
