package io.latchless.benchmarks.curves;

import static java.util.Objects.requireNonNull;

import io.latchless.benchmarks.choice.Shape;
import io.latchless.benchmarks.choice.StructureKind;
import io.latchless.benchmarks.choice.StructureKind.Sizes;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The figure of a shape along which a curve goes. Values have positions on a scale: reads on a
 * linear one, updates, threads, size and work on a logarithmic one, where a factor means the same
 * everywhere.
 */
public enum Axis {
  /** Reads in a hundred operations. */
  READS(1),
  /**
   * Updates a second that all threads together make, while they otherwise read. A fork measures for
   * less than a second: of the lower end most see nothing but reads.
   */
  UPDATES(Math.log(2.5)),
  /** Threads at the same time. */
  THREADS(Math.log(2)),
  /** What {@link StructureKind#sizes} counts. */
  SIZE(Math.log(2.5)),
  /** A thread's own work between two operations, in nanoseconds. */
  WORK(Math.log(2.5));

  /** No work at all must have a place on a logarithmic scale; less than this is hard to tell. */
  private static final int WORK_SHIFT = 10;

  private static final int FEWEST_READS = 50;
  private static final int MOST_UPDATES_PER_SECOND = 100_000;
  private static final int MOST_THREADS = 16;
  private static final int MOST_WORK_NANOS = 10_000;
  private static final double ROUNDING = 1e-9;

  private final double finest;

  /**
   * @param finest two values this near on the scale, or nearer, are not bisected
   */
  Axis(double finest) {
    this.finest = finest;
  }

  /** The one of that key, whatever its case. */
  public static Optional<Axis> of(String key) {
    return Arrays.stream(values()).filter(axis -> axis.key().equalsIgnoreCase(key)).findFirst();
  }

  /** Every key. */
  public static List<String> keys() {
    return Arrays.stream(values()).map(Axis::key).toList();
  }

  /** Its name on the command line. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether the figure can be chosen for it. */
  public boolean suits(StructureKind shared) {
    return switch (this) {
      case READS, UPDATES -> !shared.isBalanced();
      case SIZE -> shared.sizes() != null;
      case THREADS, WORK -> true;
    };
  }

  /** Whether a shape has a value: of how much is written it has a share or a rate, never both. */
  public boolean measures(Shape shape) {
    return switch (this) {
      case READS -> suits(shape.shared()) && !shape.countsUpdates();
      case UPDATES -> shape.countsUpdates();
      case THREADS, SIZE, WORK -> suits(shape.shared());
    };
  }

  /** The shape's value. */
  public int valueOf(Shape shape) {
    return switch (this) {
      case READS -> shape.readPercent();
      case UPDATES -> shape.updatesPerSecond();
      case THREADS -> shape.threads();
      case SIZE -> shape.size();
      case WORK -> shape.workNanos();
    };
  }

  /** The same shape with another value; a share of reads takes the place of a rate of updates. */
  public Shape at(Shape shape, int value) {
    return switch (this) {
      case READS -> shape.withReadPercent(value);
      case UPDATES -> shape.withUpdatesPerSecond(value);
      case THREADS -> shape.withThreads(value);
      case SIZE -> shape.withSize(value);
      case WORK -> shape.withWorkNanos(value);
    };
  }

  /** The lowest value that is swept. */
  public int low(StructureKind shared) {
    return switch (this) {
      case READS -> FEWEST_READS;
      case UPDATES, THREADS -> 1;
      case SIZE -> sizes(shared).least();
      case WORK -> 0;
    };
  }

  /** The highest value that is swept. */
  public int high(StructureKind shared) {
    return switch (this) {
      case READS -> 100;
      case UPDATES -> MOST_UPDATES_PER_SECOND;
      case THREADS -> MOST_THREADS;
      case SIZE -> sizes(shared).most();
      case WORK -> MOST_WORK_NANOS;
    };
  }

  private static Sizes sizes(StructureKind shared) {
    return requireNonNull(shared.sizes());
  }

  /** Whether its scale is logarithmic. */
  public boolean isLogarithmic() {
    return this != READS;
  }

  /** What is added to a value before its logarithm is taken. */
  public int shift() {
    return this == WORK ? WORK_SHIFT : 0;
  }

  /** Where a value lies on the scale. */
  public double position(double value) {
    return isLogarithmic() ? Math.log(value + shift()) : value;
  }

  /** The value at a position. */
  public double value(double position) {
    return isLogarithmic() ? Math.exp(position) - shift() : position;
  }

  /** The whole number halfway between two values; empty if they are too near to be bisected. */
  public OptionalInt between(int below, int above) {
    double from = position(below);
    double to = position(above);
    return to - from <= finest + ROUNDING
        ? OptionalInt.empty()
        : OptionalInt.of((int) Math.round(value((from + to) / 2)));
  }
}
