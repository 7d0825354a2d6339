package io.latchless.benchmarks.choice;

import static java.lang.Integer.parseInt;

import io.latchless.benchmarks.choice.StructureKind.Sizes;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a workload: the figures on which it depends who is fastest.
 *
 * @param shared what is shared
 * @param readPercent how many of a hundred operations read, 0 to 100; 50 for a queue; 100 where
 *     updates are counted by the second
 * @param updatesPerSecond how many updates all threads together make in a second while they
 *     otherwise read, 1 to 100,000; 0 where the share of reads decides
 * @param size how large it is, in what {@link StructureKind#sizes} counts; 0 for what has no size
 * @param threads how many threads use it at the same time, 1 to 64
 * @param workNanos a thread's own work between two operations, about so many nanoseconds, 0 to
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
          "choice/([a-z]+)/(reads|updates)-(\\d{1,6})(?:-size-(\\d{1,7}))?-threads-(\\d{1,2})-work-(\\d{1,6})");

  /**
   * Checks that there can be such a workload.
   *
   * @throws ImpossibleShapeException if not
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
          "size is for what has one, and %s has none, was %d".formatted(shared.key(), size));
    }
    if (updatesPerSecond != 0) {
      requireRate(shared, readPercent, updatesPerSecond);
    }
    if (shared.isBalanced() && readPercent != 50) {
      throw new ImpossibleShapeException(
          "reads must be 50 for a %s, of which all that is put in is taken out once, was %d"
              .formatted(shared.key(), readPercent));
    }
  }

  private static void requireRate(StructureKind shared, int readPercent, int updatesPerSecond) {
    require("updates", updatesPerSecond, 1, MOST_UPDATES_PER_SECOND);
    if (shared.isBalanced()) {
      throw new ImpossibleShapeException(
          "updates must be 0 for a %s, of which all that is put in is taken out once, was %d"
              .formatted(shared.key(), updatesPerSecond));
    }
    if (readPercent != 100) {
      throw new ImpossibleShapeException(
          "reads must be 100 where updates are counted by the second, was " + readPercent);
    }
  }

  private static void require(String what, int value, int least, int most) {
    if (value < least || value > most) {
      throw new ImpossibleShapeException(
          "%s must be from %d to %d, was %d".formatted(what, least, most, value));
    }
  }

  /** One of which the share of reads decides how much is written. */
  public Shape(StructureKind shared, int readPercent, int size, int threads, int workNanos) {
    this(shared, readPercent, 0, size, threads, workNanos);
  }

  /** The size that is meant where nothing is said; 0 for what has no size. */
  public static int usualSize(StructureKind shared) {
    Sizes sizes = shared.sizes();
    return sizes == null ? 0 : sizes.usual();
  }

  /** The name of the contest that measures it. */
  public String contestName() {
    return "choice/%s/%s%s-threads-%d-work-%d"
        .formatted(
            shared.key(),
            countsUpdates() ? "updates-" + updatesPerSecond : "reads-" + readPercent,
            size == 0 ? "" : "-size-" + size,
            threads,
            workNanos);
  }

  /** The shape that a contest of that name measures; empty if it is no such contest. */
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

  /** Whether updates are counted by the second, and not as a share of operations. */
  public boolean countsUpdates() {
    return updatesPerSecond > 0;
  }

  /** The same with a share of reads, and no rate of updates. */
  public Shape withReadPercent(int other) {
    return new Shape(shared, other, size, threads, workNanos);
  }

  /** The same with so many updates a second, at least 1, between which all only read. */
  public Shape withUpdatesPerSecond(int other) {
    require("updates", other, 1, MOST_UPDATES_PER_SECOND);
    return new Shape(shared, 100, other, size, threads, workNanos);
  }

  /** The same of another size. */
  public Shape withSize(int other) {
    return new Shape(shared, readPercent, updatesPerSecond, other, threads, workNanos);
  }

  /** The same with another number of threads. */
  public Shape withThreads(int other) {
    return new Shape(shared, readPercent, updatesPerSecond, size, other, workNanos);
  }

  /** The same with more or less work between operations. */
  public Shape withWorkNanos(int other) {
    return new Shape(shared, readPercent, updatesPerSecond, size, threads, other);
  }

  /** What all threads do, in words, without a full stop. */
  public String inWords() {
    return threadsInWords() + "; " + operationsInWords() + sizeInWords() + "; " + workInWords();
  }

  private String operationsInWords() {
    if (countsUpdates()) {
      return "all operations %s, but for those that %s a second in all %s"
          .formatted(shared.read(), timesInWords(), shared.write());
    }
    return switch (readPercent) {
      case 0 -> "all operations " + shared.write();
      case 100 -> "all operations " + shared.read();
      default ->
          "of a hundred operations %d %s and %d %s"
              .formatted(readPercent, shared.read(), 100 - readPercent, shared.write());
    };
  }

  private String timesInWords() {
    return updatesPerSecond == 1
        ? "once"
        : String.format(Locale.ROOT, "%,d times", updatesPerSecond);
  }

  /** How many updates a second there are, in words. */
  public String updatesInWords() {
    return updatesPerSecond == 1
        ? "1 update a second"
        : String.format(Locale.ROOT, "%,d updates a second", updatesPerSecond);
  }

  /** How many threads there are, in words. */
  public String threadsInWords() {
    return threads == 1 ? "one thread" : threads + " threads";
  }

  /** How much work there is between operations, in words. */
  public String workInWords() {
    return workNanos == 0
        ? "no work in between"
        : String.format(Locale.ROOT, "about %,d ns of own work before each", workNanos);
  }

  private String sizeInWords() {
    Sizes sizes = shared.sizes();
    return sizes == null ? "" : String.format(Locale.ROOT, "; %,d %s", size, sizes.unit());
  }
}
