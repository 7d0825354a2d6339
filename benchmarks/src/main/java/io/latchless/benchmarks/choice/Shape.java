package io.latchless.benchmarks.choice;

import static java.lang.Integer.parseInt;

import io.latchless.benchmarks.choice.StructureKind.Sizes;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a workload: the figures that decide which candidate is fastest.
 *
 * @param shared what is shared
 * @param readPercent the percentage of operations that read, 0 to 100; 50 for a queue; 100 if there
 *     is a rate of updates
 * @param updatesPerSecond the updates per second of all threads together, which otherwise read, 1
 *     to 100,000; 0 if the share of reads decides
 * @param size the size in the unit of {@link StructureKind#sizes}; 0 if the kind has no size
 * @param threads the number of concurrent threads, 1 to 64
 * @param workNanos a thread's approximate local work between two operations, in nanoseconds, 0 to
 *     100,000
 */
public record Shape(
    StructureKind shared,
    int readPercent,
    int updatesPerSecond,
    int size,
    int threads,
    int workNanos) {
  private static final int MOST_UPDATES_PER_SECOND = 100_000;
  private static final int MOST_THREADS = 64;
  private static final int MOST_WORK_NANOS = 100_000;
  private static final Pattern NAME =
      Pattern.compile(
          "choice/([a-z]+)/(reads|updates)-(\\d{1,6})(?:-size-(\\d{1,7}))?"
              + "-threads-(\\d{1,2})-work-(\\d{1,6})");

  /**
   * Checks that a workload can have this shape.
   *
   * @throws ImpossibleShapeException if a figure is out of bounds
   */
  public Shape {
    require("reads", readPercent, 0, 100);
    require("threads", threads, 1, MOST_THREADS);
    require("work", workNanos, 0, MOST_WORK_NANOS);
    Sizes sizes = shared.sizes();
    if (sizes != null) {
      require("size", size, sizes.least(), sizes.most());
    } else if (size != 0) {
      throw new ImpossibleShapeException(
          "size must be 0 for a %s, which has no size, was %d".formatted(shared.key(), size));
    }
    if (updatesPerSecond != 0) {
      requireRate(shared, readPercent, updatesPerSecond);
    }
    if (shared.isBalanced() && readPercent != 50) {
      throw new ImpossibleShapeException(
          "reads must be 50 for a %s, as each element goes in and out once, was %d"
              .formatted(shared.key(), readPercent));
    }
  }

  private static void requireRate(StructureKind shared, int readPercent, int updatesPerSecond) {
    require("updates", updatesPerSecond, 1, MOST_UPDATES_PER_SECOND);
    if (shared.isBalanced()) {
      throw new ImpossibleShapeException(
          "updates must be 0 for a %s, as each element goes in and out once, was %d"
              .formatted(shared.key(), updatesPerSecond));
    }
    if (readPercent != 100) {
      throw new ImpossibleShapeException(
          "reads must be 100 with a rate of updates, was " + readPercent);
    }
  }

  private static void require(String what, int value, int least, int most) {
    if (value < least || value > most) {
      throw new ImpossibleShapeException(
          "%s must be from %d to %d, was %d".formatted(what, least, most, value));
    }
  }

  /** Creates a shape where the share of reads decides how much is written. */
  public Shape(StructureKind shared, int readPercent, int size, int threads, int workNanos) {
    this(shared, readPercent, 0, size, threads, workNanos);
  }

  /** Returns the default size; 0 if the kind has no size. */
  public static int usualSize(StructureKind shared) {
    Sizes sizes = shared.sizes();
    return sizes == null ? 0 : sizes.usual();
  }

  /** Returns the name of the contest that measures this shape. */
  public String contestName() {
    return "choice/%s/%s%s-threads-%d-work-%d"
        .formatted(
            shared.key(),
            countsUpdates() ? "updates-" + updatesPerSecond : "reads-" + readPercent,
            size == 0 ? "" : "-size-" + size,
            threads,
            workNanos);
  }

  /**
   * Returns the shape that a contest measures; empty if the name is not that of a shape's contest.
   */
  public static Optional<Shape> ofContest(String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Optional<StructureKind> shared = StructureKind.of(matcher.group(1));
    if (shared.isEmpty()) {
      return Optional.empty();
    }
    try {
      Shape onlyRead =
          new Shape(
              shared.get(),
              shared.get().isBalanced() ? 50 : 100,
              sizeOf(matcher.group(4)),
              parseInt(matcher.group(5)),
              parseInt(matcher.group(6)));
      int figure = parseInt(matcher.group(3));
      return Optional.of(
          matcher.group(2).equals("updates")
              ? onlyRead.withUpdatesPerSecond(figure)
              : onlyRead.withReadPercent(figure));
    } catch (ImpossibleShapeException e) {
      return Optional.empty();
    }
  }

  private static int sizeOf(@Nullable String digits) {
    return digits == null ? 0 : parseInt(digits);
  }

  /** Returns whether updates have a rate per second instead of a share of operations. */
  public boolean countsUpdates() {
    return updatesPerSecond > 0;
  }

  /** Returns a copy with a share of reads and no rate of updates. */
  public Shape withReadPercent(int other) {
    return new Shape(shared, other, size, threads, workNanos);
  }

  /** Returns a copy with a rate of updates, at least 1 per second; all other operations read. */
  public Shape withUpdatesPerSecond(int other) {
    require("updates", other, 1, MOST_UPDATES_PER_SECOND);
    return new Shape(shared, 100, other, size, threads, workNanos);
  }

  /** Returns a copy with another size. */
  public Shape withSize(int other) {
    return new Shape(shared, readPercent, updatesPerSecond, other, threads, workNanos);
  }

  /** Returns a copy with another number of threads. */
  public Shape withThreads(int other) {
    return new Shape(shared, readPercent, updatesPerSecond, size, other, workNanos);
  }

  /** Returns a copy with another amount of local work. */
  public Shape withWorkNanos(int other) {
    return new Shape(shared, readPercent, updatesPerSecond, size, threads, other);
  }

  /** Describes the workload in words, without a full stop. */
  public String inWords() {
    return threadsInWords() + "; " + operationsInWords() + sizeInWords() + "; " + workInWords();
  }

  private String operationsInWords() {
    if (countsUpdates()) {
      return String.format(
          Locale.ROOT,
          "all operations %s, except %,d per second in total to %s",
          shared.read(),
          updatesPerSecond,
          shared.write());
    }
    return switch (readPercent) {
      case 0 -> "all operations " + shared.write();
      case 100 -> "all operations " + shared.read();
      default ->
          "%d %% %s, %d %% %s"
              .formatted(readPercent, shared.read(), 100 - readPercent, shared.write());
    };
  }

  /** Returns the rate of updates in words. */
  public String updatesInWords() {
    return updatesPerSecond == 1
        ? "1 update per second"
        : String.format(Locale.ROOT, "%,d updates per second", updatesPerSecond);
  }

  /** Returns the number of threads in words. */
  public String threadsInWords() {
    return threads == 1 ? "one thread" : threads + " threads";
  }

  /** Returns the amount of local work in words. */
  public String workInWords() {
    return workNanos == 0
        ? "no work between operations"
        : String.format(Locale.ROOT, "about %,d ns of local work before each operation", workNanos);
  }

  private String sizeInWords() {
    Sizes sizes = shared.sizes();
    return sizes == null ? "" : String.format(Locale.ROOT, "; %,d %s", size, sizes.unit());
  }
}
