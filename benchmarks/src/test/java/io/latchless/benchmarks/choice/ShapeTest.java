package io.latchless.benchmarks.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeTest {
  @ParameterizedTest
  @EnumSource(StructureKind.class)
  void isKnownByTheNameOfItsContest(StructureKind shared) {
    Shape shape =
        new Shape(shared, shared.isBalanced() ? 50 : 7, Shape.usualSize(shared), 16, 1_000);
    assertThat(Shape.ofContest(shape.contestName())).contains(shape);
  }

  @ParameterizedTest
  @EnumSource(value = StructureKind.class, names = "QUEUE", mode = EnumSource.Mode.EXCLUDE)
  void isKnownByTheNameOfItsContestWhereUpdatesAreCounted(StructureKind shared) {
    for (int updates : new int[] {1, 100_000}) {
      Shape shape =
          new Shape(shared, 7, Shape.usualSize(shared), 16, 1_000).withUpdatesPerSecond(updates);
      assertThat(Shape.ofContest(shape.contestName())).contains(shape);
      Shape reads = shape.withReadsPerSecond(updates);
      assertThat(Shape.ofContest(reads.contestName())).contains(reads);
    }
  }

  @Test
  void aRateStandsInTheNameWhereAShareOfReadsStood() {
    Shape share = new Shape(StructureKind.MAP, 90, 1_024, 2, 100);
    Shape rate = share.withUpdatesPerSecond(1_000);
    assertThat(rate.contestName())
        .isEqualTo("choice/map/updates-1000-size-1024-threads-2-work-100");
    assertThat(Shape.ofContest("choice/map/reads-90-size-1024-threads-2-work-100")).contains(share);
  }

  @Test
  void aShareAndARateTakeEachOthersPlaceAndOtherFiguresKeepThem() {
    Shape rate = new Shape(StructureKind.MAP, 90, 1_024, 2, 100).withUpdatesPerSecond(1_000);
    assertThat(rate.readPercent()).isEqualTo(100);
    assertThat(rate.countsUpdates()).isTrue();
    assertThat(rate.withReadPercent(100).countsUpdates()).isFalse();
    assertThat(rate.withReadPercent(90)).isEqualTo(new Shape(StructureKind.MAP, 90, 1_024, 2, 100));
    assertThat(rate.withSize(16).withThreads(4).withWorkNanos(0))
        .isEqualTo(new Shape(StructureKind.MAP, 100, 1_000, 16, 4, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "choice/map/reads-85",
        "choice/moon/reads-85-threads-2-work-100",
        "choice/map/reads-185-size-16-threads-2-work-100",
        "choice/status/reads-85-size-16-threads-2-work-100",
        "primitives/status/reads-85-threads-2-work-100",
        "choice/map/updates-0-size-16-threads-2-work-100",
        "choice/map/updates-100001-size-16-threads-2-work-100",
        "choice/queue/updates-10-size-16-threads-2-work-100",
        "choice/queue/read-rate-10-size-16-threads-2-work-100",
        "choice/map/read-rate-0-size-16-threads-2-work-100",
        "choice/map/reads-90-updates-10-size-16-threads-2-work-100"
      })
  void knowsNoOtherContest(String name) {
    assertThat(Shape.ofContest(name)).isEmpty();
  }

  @Test
  void namesWhatIsImpossibleWithValueAndBound() {
    assertImpossible(StructureKind.MAP, 101, 16, 2, 0, "reads must be from 0 to 100, was 101");
    assertImpossible(StructureKind.MAP, -1, 16, 2, 0, "reads must be from 0 to 100, was -1");
    assertImpossible(StructureKind.MAP, 50, 0, 2, 0, "size must be from 1 to 1048576, was 0");
    assertImpossible(StructureKind.MAP, 50, 16, 0, 0, "threads must be from 1 to 64, was 0");
    assertImpossible(StructureKind.MAP, 50, 16, 65, 0, "threads must be from 1 to 64, was 65");
    assertImpossible(
        StructureKind.MAP, 50, 16, 2, 100_001, "work must be from 0 to 100000, was 100001");
    assertImpossible(
        StructureKind.COUNTER,
        50,
        16,
        2,
        0,
        "size must be 0 for a counter, which has" + " no size, was 16");
    assertImpossible(StructureKind.QUEUE, 90, 16, 2, 0, "reads must be 50 for a queue");
  }

  private static void assertImpossible(
      StructureKind shared, int reads, int size, int threads, int work, String message) {
    assertThatThrownBy(() -> new Shape(shared, reads, size, threads, work))
        .isInstanceOf(ImpossibleShapeException.class)
        .hasMessageContaining(message);
  }

  @Test
  void namesWhatIsAnImpossibleRate() {
    Shape map = new Shape(StructureKind.MAP, 90, 16, 2, 0);
    assertThatThrownBy(() -> map.withUpdatesPerSecond(0))
        .isInstanceOf(ImpossibleShapeException.class)
        .hasMessage("updates must be from 1 to 100000, was 0");
    assertThatThrownBy(() -> map.withUpdatesPerSecond(100_001))
        .hasMessage("updates must be from 1 to 100000, was 100001");
    assertThatThrownBy(() -> new Shape(StructureKind.MAP, 100, -1, 16, 2, 0))
        .hasMessage("updates must be from 1 to 100000, was -1");
    assertThatThrownBy(() -> new Shape(StructureKind.MAP, 90, 10, 16, 2, 0))
        .hasMessage("reads must be 0 or 100 with a rate, was 90");
    assertThatThrownBy(() -> new Shape(StructureKind.QUEUE, 50, 16, 2, 0).withUpdatesPerSecond(10))
        .hasMessageStartingWith("updates must be 0 for a queue, as each element")
        .hasMessageEndingWith("was 10");
  }

  @Test
  void readsCanHaveTheRateInsteadOfUpdates() {
    Shape reads = new Shape(StructureKind.COUNTER, 90, 0, 2, 100).withReadsPerSecond(10);
    assertThat(reads.contestName()).isEqualTo("choice/counter/read-rate-10-threads-2-work-100");
    assertThat(reads.countsReads()).isTrue();
    assertThat(reads.countsUpdates()).isFalse();
    assertThat(reads.readsPerSecond()).isEqualTo(10);
    assertThat(reads.updatesPerSecond()).isZero();
    assertThat(reads.inWords())
        .contains("; all operations increment it, except 10 per second in total to read the sum;");
    assertThat(reads.mixInWords()).isEqualTo("10 reads per second");
    assertThat(reads.withUpdatesPerSecond(1).mixInWords()).isEqualTo("1 update per second");
    assertThat(reads.withReadPercent(90))
        .isEqualTo(new Shape(StructureKind.COUNTER, 90, 0, 2, 100));
    assertThatThrownBy(() -> reads.withReadsPerSecond(0))
        .isInstanceOf(ImpossibleShapeException.class)
        .hasMessage("read-rate must be from 1 to 100000, was 0");
  }

  @Test
  void figuresThatAnotherShapeHasOtherwiseAreNamed() {
    Shape here = new Shape(StructureKind.MAP, 90, 1_024, 2, 100);
    assertThat(here.inWordsUnlike(here)).isEmpty();
    assertThat(here.inWordsUnlike(here.withThreads(3).withReadPercent(85)))
        .isEqualTo("2 threads, 90 % reads");
    assertThat(here.inWordsUnlike(here.withSize(16).withWorkNanos(0)))
        .isEqualTo("1,024 entries, 100 ns of work");
    assertThat(here.withWorkNanos(0).withUpdatesPerSecond(5).inWordsUnlike(here))
        .isEqualTo("5 updates per second, no work");
  }

  @Test
  void anotherShapeIsTheFartherTheMoreItsFiguresDiffer() {
    Shape here = new Shape(StructureKind.MAP, 90, 1_024, 2, 100);
    assertThat(here.distance(here)).isZero();
    assertThat(here.distance(here.withThreads(8))).isEqualTo(2);
    assertThat(here.distance(here.withThreads(8).withSize(512))).isCloseTo(3, within(0.01));
    assertThat(here.withReadPercent(100).distance(here))
        .isGreaterThan(here.withReadPercent(50).distance(here.withReadPercent(40)));
    assertThat(here.distance(here.withWorkNanos(0))).isLessThan(4);
    double farthest =
        new Shape(StructureKind.MAP, 0, 1, 1, 0)
            .distance(new Shape(StructureKind.MAP, 100, 1_048_576, 64, 100_000));
    assertThat(here.distance(here.withUpdatesPerSecond(1))).isGreaterThan(farthest);
    assertThat(here.withUpdatesPerSecond(1).distance(here.withReadsPerSecond(1)))
        .isGreaterThan(farthest);
  }

  @Test
  void sizesBelowOneByteAreRefused() {
    assertThatThrownBy(() -> new Requirements(false, false, 0))
        .isInstanceOf(ImpossibleShapeException.class)
        .hasMessage("memory must be at least 1 byte, was 0");
  }

  @Test
  void isToldInWords() {
    assertThat(new Shape(StructureKind.MAP, 85, 1_024, 2, 100).inWords())
        .isEqualTo(
            "2 threads; 85 % look up a key, 15 % replace a value; 1,024 entries; about 100 ns of"
                + " local work before each operation");
    assertThat(new Shape(StructureKind.COUNTER, 0, 0, 1, 0).inWords())
        .isEqualTo("one thread; all operations increment it; no work between operations");
    Shape map = new Shape(StructureKind.MAP, 100, 1_000, 1_024, 2, 100);
    assertThat(map.inWords())
        .isEqualTo(
            "2 threads; all operations look up a key, except 1,000 per second in total to replace a"
                + " value; 1,024 entries; about 100 ns of local work before each operation");
    assertThat(map.withUpdatesPerSecond(1).inWords())
        .contains(
            "; all operations look up a key, except 1 per second in total to replace a value");
  }
}
