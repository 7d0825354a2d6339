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
 * The figure of a shape that varies along a curve. Each value has a position on a scale. Reads have
 * a linear scale; updates, threads, size and work have a logarithmic one, on which equal factors
 * are equally far apart.
 */
public enum Axis {
  /** The percentage of operations that read. */
  READS(1),
  /**
   * The updates per second of all threads together, which otherwise read. A fork measures for less
   * than a second, so at the lower end most forks see nothing but reads.
   */
  UPDATES(Math.log(2.5)),
  /** The number of concurrent threads. */
  THREADS(Math.log(2)),
  /** The size in the unit of {@link StructureKind#sizes}. */
  SIZE(Math.log(2.5)),
  /** A thread's local work between two operations, in nanoseconds. */
  WORK(Math.log(2.5));

  /**
   * Added before taking the logarithm, so that no work at all has a position too. Less work than
   * this hardly matters.
   */
  private static final int WORK_SHIFT = 10;

  private static final int FEWEST_READS = 50;
  private static final int MOST_UPDATES_PER_SECOND = 100_000;
  private static final int MOST_THREADS = 16;
  private static final int MOST_WORK_NANOS = 10_000;
  private static final double ROUNDING = 1e-9;

  private final double finest;

  /**
   * @param finest values no farther apart than this on the scale are not bisected
   */
  Axis(double finest) {
    this.finest = finest;
  }

  /** Returns the axis with the given key, ignoring case. */
  public static Optional<Axis> of(String key) {
    return Arrays.stream(values()).filter(axis -> axis.key().equalsIgnoreCase(key)).findFirst();
  }

  /** Returns every key. */
  public static List<String> keys() {
    return Arrays.stream(values()).map(Axis::key).toList();
  }

  /** Returns the axis's name on the command line. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns whether this figure can vary for a kind of shared state. */
  public boolean suits(StructureKind shared) {
    return switch (this) {
      case READS, UPDATES -> !shared.isBalanced();
      case SIZE -> shared.sizes() != null;
      case THREADS, WORK -> true;
    };
  }

  /**
   * Returns whether a shape has a value on this axis. A shape has a share of reads or a rate, never
   * both. No curve is swept at a rate of reads.
   */
  public boolean measures(Shape shape) {
    if (shape.countsReads()) {
      return false;
    }
    return switch (this) {
      case READS -> suits(shape.shared()) && !shape.countsUpdates();
      case UPDATES -> shape.countsUpdates();
      case THREADS, SIZE, WORK -> suits(shape.shared());
    };
  }

  /** Returns the shape's value on this axis. */
  public int valueOf(Shape shape) {
    return switch (this) {
      case READS -> shape.readPercent();
      case UPDATES -> shape.updatesPerSecond();
      case THREADS -> shape.threads();
      case SIZE -> shape.size();
      case WORK -> shape.workNanos();
    };
  }

  /**
   * Returns the shape with another value on this axis. A share of reads replaces a rate of updates,
   * and the reverse.
   */
  public Shape at(Shape shape, int value) {
    return switch (this) {
      case READS -> shape.withReadPercent(value);
      case UPDATES -> shape.withUpdatesPerSecond(value);
      case THREADS -> shape.withThreads(value);
      case SIZE -> shape.withSize(value);
      case WORK -> shape.withWorkNanos(value);
    };
  }

  /** Returns the lowest swept value. */
  public int low(StructureKind shared) {
    return switch (this) {
      case READS -> FEWEST_READS;
      case UPDATES, THREADS -> 1;
      case SIZE -> sizes(shared).least();
      case WORK -> 0;
    };
  }

  /** Returns the highest swept value. */
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

  /** Returns whether the scale is logarithmic. */
  public boolean isLogarithmic() {
    return this != READS;
  }

  /** Returns the number that is added to a value before its logarithm is taken. */
  public int shift() {
    return this == WORK ? WORK_SHIFT : 0;
  }

  /** Returns a value's position on the scale. */
  public double position(double value) {
    return isLogarithmic() ? Math.log(value + shift()) : value;
  }

  /** Returns the value at a position. */
  public double value(double position) {
    return isLogarithmic() ? Math.exp(position) - shift() : position;
  }

  /**
   * Returns the whole number halfway between two values; empty if they are too close to be
   * bisected.
   */
  public OptionalInt between(int below, int above) {
    double from = position(below);
    double to = position(above);
    return to - from <= finest + ROUNDING
        ? OptionalInt.empty()
        : OptionalInt.of((int) Math.round(value((from + to) / 2)));
  }
}
