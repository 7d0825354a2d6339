package io.latchless.benchmarks.curves;

import io.latchless.benchmarks.choice.Shape;
import io.latchless.benchmarks.choice.StructureKind;
import io.latchless.benchmarks.churn.UpdateGarbage;
import io.latchless.benchmarks.map.SharedMaps;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The share of writes, or the updates per second, up to which a map that copies on write keeps up
 * with one that does not.
 *
 * @param shape size, threads and work of the curve
 * @param axis the measured axis: reads or updates
 * @param rivals the copying map, and the map that it is compared with
 * @param outcome the outcome
 * @param crossing the crossing; null unless they cross
 * @param operationsPerSecond the throughput of the copying map at the crossing; NaN unless they
 *     cross
 * @param lowest the lowest measured value on the axis
 * @param highest the highest measured value on the axis
 */
public record BreakEven(
    Shape shape,
    Axis axis,
    Rivals rivals,
    Outcome outcome,
    @Nullable Crossing crossing,
    double operationsPerSecond,
    int lowest,
    int highest) {
  /** The outcomes of a comparison along an axis. */
  public enum Outcome {
    /** The copying map is ahead with fewer writes and behind with more. */
    CROSSES,
    /** The copying map is behind with fewer writes and ahead with more. */
    CROSSES_THE_OTHER_WAY,
    /** The copying map is ahead at some point and behind at none. */
    NEVER_BEHIND,
    /** The copying map is behind at some point and ahead at none. */
    NEVER_AHEAD,
    /** No measured point shows a clear difference. */
    LEVEL
  }

  /** The pairs to compare: first the map that copies on write. */
  public static final List<Rivals> RIVALS =
      List.of(
          new Rivals(SharedMaps.OURS, SharedMaps.SYNCHRONIZED),
          new Rivals(SharedMaps.OURS, SharedMaps.CONCURRENT),
          new Rivals(SharedMaps.COPIED, SharedMaps.SYNCHRONIZED),
          new Rivals(SharedMaps.COPIED, SharedMaps.CONCURRENT));

  /** Returns whether a curve has break-evens, that is, varies the reads or updates of a map. */
  public static boolean isAskedOf(Curve curve) {
    return curve.shared() == StructureKind.MAP
        && (curve.axis() == Axis.READS || curve.axis() == Axis.UPDATES);
  }

  /** Returns the break-evens of a curve; empty if {@link #isAskedOf} is false for it. */
  public static List<BreakEven> of(MeasuredCurve measured) {
    return isAskedOf(measured.curve())
        ? RIVALS.stream().flatMap(rivals -> of(measured, rivals).stream()).toList()
        : List.of();
  }

  private static Optional<BreakEven> of(MeasuredCurve measured, Rivals rivals) {
    List<Point> both =
        measured.points().stream()
            .filter(point -> Crossing.isAhead(rivals, point).isPresent())
            .toList();
    if (both.size() < 2) {
      return Optional.empty();
    }
    MeasuredCurve curve = new MeasuredCurve(measured.curve(), both);
    List<Crossing> crossings = fewestWritesFirst(curve.crossings(rivals));
    // As writes increase from none, the first crossing is the one that a user meets.
    Crossing met =
        crossings.stream()
            .filter(crossing -> withFewerWrites(crossing).equals(rivals.first()))
            .findFirst()
            .or(() -> crossings.stream().findFirst())
            .orElse(null);
    return Optional.of(
        new BreakEven(
            curve.curve().base(),
            curve.curve().axis(),
            rivals,
            outcome(rivals, met, both),
            met,
            met == null ? Double.NaN : curve.operationsAt(met.estimate(), rivals.first()),
            both.get(0).value(),
            both.get(both.size() - 1).value()));
  }

  private static List<Crossing> fewestWritesFirst(List<Crossing> upwards) {
    List<Crossing> ordered = new ArrayList<>(upwards);
    if (!ordered.isEmpty() && ordered.get(0).axis() == Axis.READS) {
      Collections.reverse(ordered);
    }
    return ordered;
  }

  /** Returns the name of the subject that is ahead on the side with fewer writes. */
  private static String withFewerWrites(Crossing crossing) {
    return crossing.axis() == Axis.READS ? crossing.after() : crossing.before();
  }

  private static Outcome outcome(Rivals rivals, @Nullable Crossing met, List<Point> both) {
    if (met != null) {
      return withFewerWrites(met).equals(rivals.first())
          ? Outcome.CROSSES
          : Outcome.CROSSES_THE_OTHER_WAY;
    }
    if (both.stream().anyMatch(point -> point.isShown(rivals.first(), rivals.second()))) {
      return Outcome.NEVER_BEHIND;
    }
    return both.stream().anyMatch(point -> point.isShown(rivals.second(), rivals.first()))
        ? Outcome.NEVER_AHEAD
        : Outcome.LEVEL;
  }

  /** Returns the percentage of operations that write at the break-even; NaN unless they cross. */
  public double writePercent() {
    if (crossing == null) {
      return Double.NaN;
    }
    // A subject that completes fewer operations than updates are due does nothing but write.
    return axis == Axis.READS
        ? 100 - crossing.estimate()
        : Math.min(100, 100 * crossing.estimate() / operationsPerSecond);
  }

  /** Returns the updates per second at the break-even; NaN unless they cross. */
  public double updatesPerSecond() {
    if (crossing == null) {
      return Double.NaN;
    }
    return axis == Axis.READS ? operationsPerSecond * writePercent() / 100 : crossing.estimate();
  }

  /**
   * Returns the garbage that these updates leave per second, in bytes; empty if the model does not
   * cover the map.
   */
  public OptionalDouble garbagePerSecond() {
    int size = shape.size();
    if (crossing == null
        || size < UpdateGarbage.FEWEST_ENTRIES
        || size > UpdateGarbage.MOST_ENTRIES) {
      return OptionalDouble.empty();
    }
    return UpdateGarbage.ALL.stream()
        .filter(garbage -> garbage.map().equals(rivals.first()))
        .mapToDouble(garbage -> updatesPerSecond() * garbage.bytesPerUpdate(size))
        .findFirst();
  }
}
