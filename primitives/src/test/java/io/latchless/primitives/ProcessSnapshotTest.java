package io.latchless.primitives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProcessSnapshotTest {
  private static final Instant NOON = SettableClock.NOON;
  private static final List<OptionalInt> CODES =
      List.of(OptionalInt.empty(), OptionalInt.of(0), OptionalInt.of(3));

  /** Every valid tuple, in words: status, start, end, exit code. */
  private static final List<String> SOUND =
      List.of(
          "PENDING - - -",
          "RUNNING s - -",
          "STOPPED - e -",
          "STOPPED s e -",
          "STOPPED s e 0",
          "STOPPED s e 3",
          "FAILED - e -",
          "FAILED s e -",
          "FAILED s e 3",
          "SUCCESS s e 0");

  @Test
  void takesTheSoundTuplesAndRefusesAllOthers() {
    List<String> taken = new ArrayList<>();
    for (ProcessStatus status : ProcessStatus.values()) {
      for (@Nullable Instant start : Arrays.<@Nullable Instant>asList(null, NOON)) {
        for (@Nullable Instant end : Arrays.<@Nullable Instant>asList(null, NOON)) {
          for (OptionalInt code : CODES) {
            if (isTaken(status, start, end, code)) {
              taken.add(
                  status
                      + (start == null ? " -" : " s")
                      + (end == null ? " -" : " e")
                      + (code.isEmpty() ? " -" : " " + code.getAsInt()));
            }
          }
        }
      }
    }
    assertThat(taken).containsExactlyInAnyOrderElementsOf(SOUND);
  }

  private static boolean isTaken(
      ProcessStatus status, @Nullable Instant start, @Nullable Instant end, OptionalInt code) {
    try {
      return new ProcessSnapshot(status, 0, 0, start, end, code).status() == status;
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageMatching("(start|end|exitCode) must fit the status " + status + ".*");
      return false;
    }
  }

  @Test
  void namesThePartItsValueAndTheStatus() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new ProcessSnapshot(ProcessStatus.RUNNING, 0, 0, NOON, null, OptionalInt.of(3)))
        .withMessage(
            "exitCode must fit the status RUNNING and the other times, was OptionalInt[3]");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new ProcessSnapshot(ProcessStatus.SUCCESS, 0, 0, NOON, NOON, OptionalInt.empty()))
        .withMessageContaining("exitCode must fit the status SUCCESS");
  }

  @Test
  void refusesAnEndBeforeTheStart() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new ProcessSnapshot(
                    ProcessStatus.SUCCESS, 0, 0, NOON, NOON.minusNanos(1), OptionalInt.of(0)))
        .withMessage(
            "end must fit the status SUCCESS and the other times, was %s", NOON.minusNanos(1));
    assertThatCode(
            () ->
                new ProcessSnapshot(
                    ProcessStatus.SUCCESS, 0, 0, NOON, NOON.plusNanos(1), OptionalInt.of(0)))
        .doesNotThrowAnyException();
  }

  @Test
  void refusesNegativeNumbers() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new ProcessSnapshot(ProcessStatus.PENDING, -1, 0, null, null, OptionalInt.empty()))
        .withMessage("generation must be at least 0, was -1");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new ProcessSnapshot(ProcessStatus.PENDING, 0, -2, null, null, OptionalInt.empty()))
        .withMessage("version must be at least 0, was -2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Snapshot<>("a", -1))
        .withMessage("version must be at least 0, was -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StatusSnapshot<>(Door.SHUT, -1, NOON, "a"))
        .withMessage("version must be at least 0, was -1");
  }

  @ParameterizedTest
  @EnumSource
  void isOverInTheTerminalStatuses(ProcessStatus status) {
    assertThat(status.isOver())
        .isEqualTo(status != ProcessStatus.PENDING && status != ProcessStatus.RUNNING)
        .isEqualTo(ProcessStatus.lifecycle().terminals().contains(status));
  }

  @Test
  void theLifecycleGoesForwardOnly() {
    assertThat(ProcessStatus.lifecycle())
        .hasToString(
            """
            PENDING -> [RUNNING, STOPPED, FAILED]
            RUNNING -> [STOPPED, FAILED, SUCCESS]
            STOPPED (terminal)
            FAILED (terminal)
            SUCCESS (terminal)""");
    assertThat(ProcessStatus.lifecycle().canReach(ProcessStatus.RUNNING, ProcessStatus.PENDING))
        .isFalse();
  }
}
