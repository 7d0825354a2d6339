package io.latchless.benchmarks.choice;

import static java.lang.Integer.parseInt;

import io.latchless.benchmarks.choice.StructureKind.Sizes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a workload: the figures that decide which candidate is fastest.
 *
 * @param shared what is shared
 * @param readPercent the percentage of operations that read, 0 to 100; 50 for a queue; with a rate,
 *     100 if it is that of the updates, 0 if it is that of the reads
 * @param ratePerSecond the updates per second of all threads together, which otherwise read, or the
 *     reads per second of threads that otherwise update, 1 to 100,000; 0 if the share of reads
 *     decides
 * @param size the size in the unit of {@link StructureKind#sizes}; 0 if the kind has no size
 * @param threads the number of concurrent threads, 1 to 64
 * @param workNanos a thread's approximate local work between two operations, in nanoseconds, 0 to
 *     100,000
 */
public record Shape(
    StructureKind shared,
    int readPercent,
    int ratePerSecond,
    int size,
    int threads,
    int workNanos) {
  private static final int MOST_PER_SECOND = 100_000;
  private static final int MOST_THREADS = 64;
  private static final int MOST_WORK_NANOS = 100_000;
  private static final int FEW_PERCENT = 5;
  private static final int LITTLE_WORK_NANOS = 10;
  private static final int INCOMPARABLE = 100;
  private static final String UPDATES = "updates";
  private static final String READ_RATE = "read-rate";
  private static final Pattern NAME =
      Pattern.compile(
          "choice/([a-z]+)/(reads|updates|read-rate)-(\\d{1,6})(?:-size-(\\d{1,7}))?"
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
    if (ratePerSecond != 0) {
      requireRate(shared, readPercent, ratePerSecond);
    }
    if (shared.isBalanced() && readPercent != 50) {
      throw new ImpossibleShapeException(
          "reads must be 50 for a %s, as each element goes in and out once, was %d"
              .formatted(shared.key(), readPercent));
    }
  }

  private static void requireRate(StructureKind shared, int readPercent, int ratePerSecond) {
    String rate = readPercent == 0 ? READ_RATE : UPDATES;
    require(rate, ratePerSecond, 1, MOST_PER_SECOND);
    if (shared.isBalanced()) {
      throw new ImpossibleShapeException(
          "%s must be 0 for a %s, as each element goes in and out once, was %d"
              .formatted(rate, shared.key(), ratePerSecond));
    }
    if (readPercent != 0 && readPercent != 100) {
      throw new ImpossibleShapeException("reads must be 0 or 100 with a rate, was " + readPercent);
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
            hasRate() ? rateName() + "-" + ratePerSecond : "reads-" + readPercent,
            size == 0 ? "" : "-size-" + size,
            threads,
            workNanos);
  }

  private String rateName() {
    return countsReads() ? READ_RATE : UPDATES;
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
          switch (matcher.group(2)) {
            case UPDATES -> onlyRead.withUpdatesPerSecond(figure);
            case READ_RATE -> onlyRead.withReadsPerSecond(figure);
            default -> onlyRead.withReadPercent(figure);
          });
    } catch (ImpossibleShapeException e) {
      return Optional.empty();
    }
  }

  private static int sizeOf(@Nullable String digits) {
    return digits == null ? 0 : parseInt(digits);
  }

  /** Returns whether the rarer operations have a rate per second instead of a share. */
  public boolean hasRate() {
    return ratePerSecond > 0;
  }

  /** Returns whether updates have a rate per second, and all other operations read. */
  public boolean countsUpdates() {
    return hasRate() && readPercent == 100;
  }

  /** Returns whether reads have a rate per second, and all other operations update. */
  public boolean countsReads() {
    return hasRate() && readPercent == 0;
  }

  /** Returns the rate of updates; 0 if updates have none. */
  public int updatesPerSecond() {
    return countsUpdates() ? ratePerSecond : 0;
  }

  /** Returns the rate of reads; 0 if reads have none. */
  public int readsPerSecond() {
    return countsReads() ? ratePerSecond : 0;
  }

  /** Returns a copy with a share of reads and no rate. */
  public Shape withReadPercent(int other) {
    return new Shape(shared, other, size, threads, workNanos);
  }

  /** Returns a copy with a rate of updates, at least 1 per second; all other operations read. */
  public Shape withUpdatesPerSecond(int other) {
    require(UPDATES, other, 1, MOST_PER_SECOND);
    return new Shape(shared, 100, other, size, threads, workNanos);
  }

  /** Returns a copy with a rate of reads, at least 1 per second; all other operations update. */
  public Shape withReadsPerSecond(int other) {
    require(READ_RATE, other, 1, MOST_PER_SECOND);
    return new Shape(shared, 0, other, size, threads, workNanos);
  }

  /** Returns a copy with another size. */
  public Shape withSize(int other) {
    return new Shape(shared, readPercent, ratePerSecond, other, threads, workNanos);
  }

  /** Returns a copy with another number of threads. */
  public Shape withThreads(int other) {
    return new Shape(shared, readPercent, ratePerSecond, size, other, workNanos);
  }

  /** Returns a copy with another amount of local work. */
  public Shape withWorkNanos(int other) {
    return new Shape(shared, readPercent, ratePerSecond, size, threads, other);
  }

  /** Describes the workload in words, without a full stop. */
  public String inWords() {
    return threadsInWords() + "; " + operationsInWords() + sizeInWords() + "; " + workInWords();
  }

  private String operationsInWords() {
    if (hasRate()) {
      return String.format(
          Locale.ROOT,
          "all operations %s, except %,d per second in total to %s",
          countsReads() ? shared.write() : shared.read(),
          ratePerSecond,
          countsReads() ? shared.read() : shared.write());
    }
    return switch (readPercent) {
      case 0 -> "all operations " + shared.write();
      case 100 -> "all operations " + shared.read();
      default ->
          "%d %% %s, %d %% %s"
              .formatted(readPercent, shared.read(), 100 - readPercent, shared.write());
    };
  }

  /** Returns the share of reads, or the rate, in words. */
  public String mixInWords() {
    return hasRate()
        ? String.format(
            Locale.ROOT,
            "%,d %s%s per second",
            ratePerSecond,
            countsReads() ? "read" : "update",
            ratePerSecond == 1 ? "" : "s")
        : readPercent + " % reads";
  }

  /**
   * Returns the figures that another shape of the same kind has otherwise, in words; empty if there
   * are none.
   */
  public String inWordsUnlike(Shape other) {
    List<String> figures = new ArrayList<>();
    if (threads != other.threads) {
      figures.add(threadsInWords());
    }
    if (readPercent != other.readPercent || ratePerSecond != other.ratePerSecond) {
      figures.add(mixInWords());
    }
    Sizes sizes = shared.sizes();
    if (sizes != null && size != other.size) {
      figures.add(sizeInWords(sizes));
    }
    if (workNanos != other.workNanos) {
      figures.add(workNanos == 0 ? "no work" : number(workNanos) + " ns of work");
    }
    return String.join(", ", figures);
  }

  private String sizeInWords(Sizes sizes) {
    return number(size) + " " + sizes.unit();
  }

  private static String number(int value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /**
   * Returns whether both shapes have a share of reads, or a rate of the same operation. Otherwise
   * the answer for one says little about the other.
   */
  public boolean isComparableTo(Shape other) {
    return hasRate() == other.hasRate() && countsReads() == other.countsReads();
  }

  /**
   * Returns how far away another shape of the same kind is, in doublings of its figures. Few writes
   * differ more from none than from many. Shapes that are not comparable are farther apart than any
   * that are.
   */
  public double distance(Shape other) {
    return (isComparableTo(other) ? 0 : INCOMPARABLE)
        + doublings(readPercent, other.readPercent, FEW_PERCENT)
        + doublings(100 - readPercent, 100 - other.readPercent, FEW_PERCENT)
        + doublings(ratePerSecond, other.ratePerSecond, 1)
        + doublings(size, other.size, 1)
        + doublings(threads, other.threads, 0)
        + doublings(workNanos, other.workNanos, LITTLE_WORK_NANOS);
  }

  /**
   * @param shift added to both values, so that zero has a place too
   */
  private static double doublings(int a, int b, int shift) {
    return Math.abs(Math.log((a + shift) / (double) (b + shift)) / Math.log(2));
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
    return sizes == null ? "" : "; " + sizeInWords(sizes);
  }
}
