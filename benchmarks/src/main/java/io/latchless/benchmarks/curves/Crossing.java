package io.latchless.benchmarks.curves;

import io.latchless.benchmarks.results.Comparison;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A change of places: between two neighbouring points, one subject falls behind another.
 *
 * @param axis the axis of the curve
 * @param below the value of the point before the crossing
 * @param above the value of the point after the crossing
 * @param before the name of the subject that is ahead before the crossing
 * @param after the name of the subject that is ahead after the crossing
 * @param estimate the value where they are level, if the logarithm of their ratio is linear on the
 *     scale
 * @param clearBelow the nearest point below where the first is clearly ahead; null if there is none
 * @param clearAbove the nearest point above where the second is clearly ahead; null if there is
 *     none
 */
public record Crossing(
    Axis axis,
    int below,
    int above,
    String before,
    String after,
    double estimate,
    @Nullable Integer clearBelow,
    @Nullable Integer clearAbove) {
  /** Returns the crossing where the lead changes between two points; empty if it does not. */
  static Optional<Crossing> ofLeaders(Axis axis, Point below, Point above) {
    Optional<String> before = below.leader();
    Optional<String> after = above.leader();
    return before.isEmpty() || before.equals(after)
        ? Optional.empty()
        : after.flatMap(name -> between(axis, below, above, before.get(), name));
  }

  /** Returns the crossing of two rivals between two points; empty if they do not change places. */
  static Optional<Crossing> of(Rivals rivals, Axis axis, Point below, Point above) {
    Optional<Boolean> before = isAhead(rivals, below);
    Optional<Boolean> after = isAhead(rivals, above);
    if (before.isEmpty() || after.isEmpty() || before.equals(after)) {
      return Optional.empty();
    }
    return before.get()
        ? between(axis, below, above, rivals.first(), rivals.second())
        : between(axis, below, above, rivals.second(), rivals.first());
  }

  /** Returns whether the first of two rivals is ahead; empty if they have no round in common. */
  static Optional<Boolean> isAhead(Rivals rivals, Point point) {
    return point
        .compare(rivals.first(), rivals.second())
        .map(comparison -> comparison.ratio() >= 1);
  }

  private static Optional<Crossing> between(
      Axis axis, Point below, Point above, String before, String after) {
    Optional<Comparison> first = below.compare(before, after);
    Optional<Comparison> last = above.compare(before, after);
    if (first.isEmpty() || last.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Crossing(
            axis,
            below.value(),
            above.value(),
            before,
            after,
            level(axis, below, above, first.get().ratio(), last.get().ratio()),
            below.isShown(before, after) ? below.value() : null,
            above.isShown(after, before) ? above.value() : null));
  }

  private static double level(
      Axis axis, Point below, Point above, double ratioBelow, double ratioAbove) {
    // The median of the ratios and the ratio of the medians can lie on different sides of 1.
    double lead = Math.max(0, Math.log(ratioBelow));
    double lag = Math.max(0, -Math.log(ratioAbove));
    double share = lead + lag == 0 ? 0.5 : lead / (lead + lag);
    double from = axis.position(below.value());
    double estimate = axis.value(from + share * (axis.position(above.value()) - from));
    return Math.min(above.value(), Math.max(below.value(), estimate));
  }

  /** Returns whether the difference is clear on at least one side. */
  public boolean isShown() {
    return clearBelow != null || clearAbove != null;
  }

  /**
   * Returns this crossing with its clear points searched along the whole curve. Close to a crossing
   * the difference is rarely clear, so the nearest clear points may lie farther away.
   *
   * @param points the points of the curve, in the order of their values
   */
  Crossing within(List<Point> points) {
    List<Point> upwards = points.stream().filter(point -> point.value() >= above).toList();
    List<Point> downwards =
        points.stream()
            .filter(point -> point.value() <= below)
            .sorted(Comparator.comparingInt(Point::value).reversed())
            .toList();
    return new Crossing(
        axis,
        below,
        above,
        before,
        after,
        estimate,
        firstClear(downwards, before, after),
        firstClear(upwards, after, before));
  }

  /**
   * Returns the first value where one subject is clearly ahead; null if the other is so before
   * that.
   */
  private static @Nullable Integer firstClear(List<Point> points, String ahead, String behind) {
    for (Point point : points) {
      if (point.isShown(ahead, behind)) {
        return point.value();
      }
      if (point.isShown(behind, ahead)) {
        return null;
      }
    }
    return null;
  }

  /**
   * Returns whether the same two subjects change places in the same way between the same clear
   * points.
   */
  boolean isSameAs(Crossing other) {
    return before.equals(other.before)
        && after.equals(other.after)
        && Objects.equals(clearBelow, other.clearBelow)
        && Objects.equals(clearAbove, other.clearAbove);
  }

  /** Merges two crossings that are the same into one that spans both. */
  Crossing joinedWith(Crossing last) {
    double middle = (axis.position(estimate) + axis.position(last.estimate)) / 2;
    return new Crossing(
        axis, below, last.above, before, after, axis.value(middle), clearBelow, clearAbove);
  }
}
