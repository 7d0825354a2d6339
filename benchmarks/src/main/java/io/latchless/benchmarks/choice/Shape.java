package io.latchless.benchmarks.choice;

import static java.lang.Integer.parseInt;

import io.latchless.benchmarks.choice.Shared.Sizes;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a workload: the figures on which it depends who is fastest.
 *
 * @param shared what is shared
 * @param readPercent how many of a hundred operations read, 0 to 100; 50 for a queue
 * @param size how large it is, in what {@link Shared#sizes} counts; 0 for what has no size
 * @param threads how many threads use it at the same time, 1 to 64
 * @param workNanos a thread's own work between two operations, about so many nanoseconds, 0 to
 *     100,000
 */
public record Shape(Shared shared, int readPercent, int size, int threads, int workNanos) {
  private static final int MOST_THREADS = 64;
  private static final int MOST_WORK_NANOS = 100_000;
  private static final Pattern NAME =
      Pattern.compile(
          "choice/([a-z]+)/reads-(\\d{1,3})(?:-size-(\\d{1,7}))?-threads-(\\d{1,2})-work-(\\d{1,6})");

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
    if (shared.isBalanced() && readPercent != 50) {
      throw new ImpossibleShapeException(
          "reads must be 50 for a %s, of which all that is put in is taken out once, was %d"
              .formatted(shared.key(), readPercent));
    }
  }

  private static void require(String what, int value, int least, int most) {
    if (value < least || value > most) {
      throw new ImpossibleShapeException(
          "%s must be from %d to %d, was %d".formatted(what, least, most, value));
    }
  }

  /** The size that is meant where nothing is said; 0 for what has no size. */
  public static int usualSize(Shared shared) {
    Sizes sizes = shared.sizes();
    return sizes == null ? 0 : sizes.usual();
  }

  /** The name of the contest that measures it. */
  public String contestName() {
    return "choice/%s/reads-%d%s-threads-%d-work-%d"
        .formatted(shared.key(), readPercent, size == 0 ? "" : "-size-" + size, threads, workNanos);
  }

  /** The shape that a contest of that name measures; empty if it is no such contest. */
  public static Optional<Shape> ofContest(String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    Optional<Shared> shared = Shared.of(matcher.group(1));
    if (shared.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Shape(
              shared.get(),
              parseInt(matcher.group(2)),
              sizeOf(matcher.group(3)),
              parseInt(matcher.group(4)),
              parseInt(matcher.group(5))));
    } catch (ImpossibleShapeException e) {
      return Optional.empty();
    }
  }

  private static int sizeOf(@Nullable String digits) {
    return digits == null ? 0 : parseInt(digits);
  }

  /** The same with another share of reads. */
  public Shape withReadPercent(int other) {
    return new Shape(shared, other, size, threads, workNanos);
  }

  /** The same of another size. */
  public Shape withSize(int other) {
    return new Shape(shared, readPercent, other, threads, workNanos);
  }

  /** The same with another number of threads. */
  public Shape withThreads(int other) {
    return new Shape(shared, readPercent, size, other, workNanos);
  }

  /** The same with more or less work between operations. */
  public Shape withWorkNanos(int other) {
    return new Shape(shared, readPercent, size, threads, other);
  }

  /** What all threads do, in words, without a full stop. */
  public String inWords() {
    String operations =
        switch (readPercent) {
          case 0 -> "all operations " + shared.write();
          case 100 -> "all operations " + shared.read();
          default ->
              "of a hundred operations %d %s and %d %s"
                  .formatted(readPercent, shared.read(), 100 - readPercent, shared.write());
        };
    return threadsInWords() + "; " + operations + sizeInWords() + "; " + workInWords();
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
