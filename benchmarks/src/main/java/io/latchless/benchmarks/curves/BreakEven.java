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
 * Up to which share of writes, or how many updates a second, a map that copies on write keeps up
 * with one that does not.
 *
 * @param shape size, threads and work of the curve that it is read from
 * @param axis along which it was measured: reads or updates
 * @param rivals who is asked about, and against whom
 * @param outcome what was found
 * @param crossing where; null unless they cross
 * @param operationsPerSecond what the one that is asked about does there; NaN unless they cross
 * @param lowest the lower end of what was measured along the axis
 * @param highest the upper end
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
  /** What was found. */
  public enum Outcome {
    /** With fewer writes it is ahead, with more behind. */
    CROSSES,
    /** With fewer writes it is behind, with more ahead. */
    CROSSES_THE_OTHER_WAY,
    /** Ahead somewhere, and behind nowhere that was measured. */
    NEVER_BEHIND,
    /** Behind somewhere, and ahead nowhere that was measured. */
    NEVER_AHEAD,
    /** The two could be told apart nowhere that was measured. */
    LEVEL
  }

  /** Who copies on write, against whom. */
  public static final List<Rivals> RIVALS =
      List.of(
          new Rivals(SharedMaps.OURS, SharedMaps.SYNCHRONIZED),
          new Rivals(SharedMaps.OURS, SharedMaps.CONCURRENT),
          new Rivals(SharedMaps.COPIED, SharedMaps.SYNCHRONIZED),
          new Rivals(SharedMaps.COPIED, SharedMaps.CONCURRENT));

  /** Whether break-evens can be read from a curve: one of a map over its reads or updates. */
  public static boolean isAskedOf(Curve curve) {
    return curve.shared() == StructureKind.MAP
        && (curve.axis() == Axis.READS || curve.axis() == Axis.UPDATES);
  }

  /** The break-evens that a curve tells; none if it is not asked. */
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
    // Coming from where nothing is written, the first one is the one that a user meets.
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

  /** The name of the one that is ahead on the side where fewer operations write. */
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

  /** How many of a hundred operations write at the break-even; NaN unless they cross. */
  public double writePercent() {
    if (crossing == null) {
      return Double.NaN;
    }
    // Who does fewer operations than updates are due does nothing but write.
    return axis == Axis.READS
        ? 100 - crossing.estimate()
        : Math.min(100, 100 * crossing.estimate() / operationsPerSecond);
  }

  /** How many updates that is in a second; NaN unless they cross. */
  public double updatesPerSecond() {
    if (crossing == null) {
      return Double.NaN;
    }
    return axis == Axis.READS ? operationsPerSecond * writePercent() / 100 : crossing.estimate();
  }

  /** The bytes that these updates leave behind in a second; empty where the model says nothing. */
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
