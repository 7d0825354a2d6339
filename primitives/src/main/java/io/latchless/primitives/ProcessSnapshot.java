package io.latchless.primitives;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.internal.Arguments;
import java.time.Instant;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The state of a {@link ProcessStatusHolder} at one moment. The constructor rejects contradictory
 * tuples, such as a running process with an exit code.
 *
 * @param status the status
 * @param generation how many restarts came before, from 0
 * @param version how many transitions and restarts came before, from 0
 * @param start when the process was started; null while pending, and if it never was; a failed
 *     process with a start and no exit code has ended in an unknown way
 * @param end when the process was over; null before, and never before {@code start}
 * @param exitCode the exit code; empty before the process is over, if it was never started, and if
 *     the exit code is unknown
 * @since 0.1.0
 */
public record ProcessSnapshot(
    ProcessStatus status,
    long generation,
    long version,
    @Nullable Instant start,
    @Nullable Instant end,
    OptionalInt exitCode) {

  /**
   * Creates a snapshot, checking that the components are consistent.
   *
   * @param status the status
   * @param generation how many restarts came before
   * @param version how many transitions and restarts came before
   * @param start when the process was started, or null
   * @param end when the process was over, or null
   * @param exitCode the exit code, or empty
   * @throws IllegalArgumentException if they are not; the message names the component, its value
   *     and the status
   */
  public ProcessSnapshot {
    requireNonNull(status, "status");
    requireNonNull(exitCode, "exitCode");
    Arguments.requireNotNegative(generation, "generation");
    Arguments.requireNotNegative(version, "version");
    require(start == null || status != ProcessStatus.PENDING, status, "start", start);
    require(
        start != null || (status != ProcessStatus.RUNNING && status != ProcessStatus.SUCCESS),
        status,
        "start",
        start);
    require((end != null) == status.isOver(), status, "end", end);
    require(end == null || start == null || !end.isBefore(start), status, "end", end);
    require(exitCode.isEmpty() || (status.isOver() && start != null), status, "exitCode", exitCode);
    require(
        status != ProcessStatus.SUCCESS || exitCode.equals(OptionalInt.of(0)),
        status,
        "exitCode",
        exitCode);
    require(
        status != ProcessStatus.FAILED || !exitCode.equals(OptionalInt.of(0)),
        status,
        "exitCode",
        exitCode);
  }

  private static void require(
      boolean fits, ProcessStatus status, String name, @Nullable Object value) {
    if (!fits) {
      throw new IllegalArgumentException(
          "%s must fit the status %s and the other times, was %s".formatted(name, status, value));
    }
  }
}
