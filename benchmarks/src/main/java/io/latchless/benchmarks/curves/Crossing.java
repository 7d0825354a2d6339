package io.latchless.benchmarks.curves;

import io.latchless.benchmarks.results.Comparison;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Between two neighbouring points one subject falls behind another.
 *
 * @param axis along which
 * @param below the point before it
 * @param above the point after it
 * @param before the name of the one that is ahead at the point before
 * @param after the name of the one that is ahead at the point after
 * @param estimate where they are level, if the logarithm of their ratio changes evenly on the scale
 * @param clearBelow the nearest point below at which the one is shown to be ahead; null if none is
 * @param clearAbove the nearest point above at which the other is; null if none is
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
  /** Where the lead passes from one to another; empty if it does not. */
  static Optional<Crossing> ofLeaders(Axis axis, Point below, Point above) {
    Optional<String> before = below.leader();
    Optional<String> after = above.leader();
    return before.isEmpty() || before.equals(after)
        ? Optional.empty()
        : after.flatMap(name -> between(axis, below, above, before.get(), name));
  }

  /** Where two change places; empty if they do not. */
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

  /** Whether the first of two is ahead; empty if they have no round in common. */
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
    // The median of ratios can lie on the other side of 1 than the ratio of medians.
    double lead = Math.max(0, Math.log(ratioBelow));
    double lag = Math.max(0, -Math.log(ratioAbove));
    double share = lead + lag == 0 ? 0.5 : lead / (lead + lag);
    double from = axis.position(below.value());
    double estimate = axis.value(from + share * (axis.position(above.value()) - from));
    return Math.min(above.value(), Math.max(below.value(), estimate));
  }

  /** Whether the two could be told apart on one side at least. */
  public boolean isShown() {
    return clearBelow != null || clearAbove != null;
  }

  /**
   * The same with all points of the curve in view. Close to where two cross they can hardly be told
   * apart, and the nearest points at which they can may lie farther off.
   *
   * @param points in the order of their values
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

  /** Where the one is first shown to be ahead, unless the other is before that. */
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

  /** Whether the same two change places in the same way between the same clear points. */
  boolean isSameAs(Crossing other) {
    return before.equals(other.before)
        && after.equals(other.after)
        && Objects.equals(clearBelow, other.clearBelow)
        && Objects.equals(clearAbove, other.clearAbove);
  }

  /** One crossing instead of two that are the same, over all from the one to the other. */
  Crossing joinedWith(Crossing last) {
    double middle = (axis.position(estimate) + axis.position(last.estimate)) / 2;
    return new Crossing(
        axis, below, last.above, before, after, axis.value(middle), clearBelow, clearAbove);
  }
}
