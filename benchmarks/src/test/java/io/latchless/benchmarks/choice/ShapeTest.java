package io.latchless.benchmarks.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeTest {
  @ParameterizedTest
  @EnumSource(Shared.class)
  void isKnownByTheNameOfItsContest(Shared shared) {
    Shape shape =
        new Shape(shared, shared.isBalanced() ? 50 : 7, Shape.usualSize(shared), 16, 1_000);
    assertThat(Shape.ofContest(shape.contestName())).contains(shape);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "choice/map/reads-85",
        "choice/moon/reads-85-threads-2-work-100",
        "choice/map/reads-185-size-16-threads-2-work-100",
        "choice/status/reads-85-size-16-threads-2-work-100",
        "primitives/status/reads-85-threads-2-work-100"
      })
  void knowsNoOtherContest(String name) {
    assertThat(Shape.ofContest(name)).isEmpty();
  }

  @Test
  void namesWhatIsImpossibleWithValueAndBound() {
    assertImpossible(Shared.MAP, 101, 16, 2, 0, "reads must be from 0 to 100, was 101");
    assertImpossible(Shared.MAP, -1, 16, 2, 0, "reads must be from 0 to 100, was -1");
    assertImpossible(Shared.MAP, 50, 0, 2, 0, "size must be from 1 to 1048576, was 0");
    assertImpossible(Shared.MAP, 50, 16, 0, 0, "threads must be from 1 to 64, was 0");
    assertImpossible(Shared.MAP, 50, 16, 65, 0, "threads must be from 1 to 64, was 65");
    assertImpossible(Shared.MAP, 50, 16, 2, 100_001, "work must be from 0 to 100000, was 100001");
    assertImpossible(Shared.COUNTER, 50, 16, 2, 0, "counter has none, was 16");
    assertImpossible(Shared.QUEUE, 90, 16, 2, 0, "reads must be 50 for a queue");
  }

  private static void assertImpossible(
      Shared shared, int reads, int size, int threads, int work, String message) {
    assertThatThrownBy(() -> new Shape(shared, reads, size, threads, work))
        .isInstanceOf(ImpossibleShapeException.class)
        .hasMessageContaining(message);
  }

  @Test
  void sizesBelowOneByteAreRefused() {
    assertThatThrownBy(() -> new Wants(false, false, 0))
        .isInstanceOf(ImpossibleShapeException.class)
        .hasMessage("memory must be at least 1 byte, was 0");
  }

  @Test
  void isToldInWords() {
    assertThat(new Shape(Shared.MAP, 85, 1_024, 2, 100).inWords())
        .isEqualTo(
            "2 threads; of a hundred operations 85 look a key up and 15 replace a value; 1,024"
                + " entries; about 100 ns of own work before each");
    assertThat(new Shape(Shared.COUNTER, 0, 0, 1, 0).inWords())
        .isEqualTo("one thread; all operations increment it; no work in between");
  }
}
