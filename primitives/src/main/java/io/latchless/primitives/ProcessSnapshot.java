package io.latchless.primitives;

import static java.util.Objects.requireNonNull;

import io.latchless.primitives.internal.Arguments;
import java.time.Instant;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link ProcessStatusHolder} held at one moment. The constructor refuses tuples that
 * contradict themselves, such as a running process with an exit code.
 *
 * @param status the status
 * @param generation how many restarts came before, from 0
 * @param version how many transitions and restarts came before, from 0
 * @param start when it was started; null while pending, and where it never was; a failed process
 *     with a start and no exit code has ended in a way that is not known
 * @param end when it was over; null before, and not before {@code start}
 * @param exitCode the exit code; empty before it is over, where it was never started, and where it
 *     is not known
 */
public record ProcessSnapshot(
    ProcessStatus status,
    long generation,
    long version,
    @Nullable Instant start,
    @Nullable Instant end,
    OptionalInt exitCode) {

  /**
   * Checks that the parts fit one another.
   *
   * @param status the status
   * @param generation how many restarts came before
   * @param version how many transitions and restarts came before
   * @param start when it was started, or null
   * @param end when it was over, or null
   * @param exitCode the exit code, or empty
   * @throws IllegalArgumentException if they do not, naming the part, its value and the status
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
