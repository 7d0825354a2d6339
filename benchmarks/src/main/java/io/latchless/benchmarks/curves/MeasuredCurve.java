package io.latchless.benchmarks.curves;

import static java.util.Collections.newSetFromMap;

import io.latchless.benchmarks.advice.Measured;
import io.latchless.benchmarks.choice.Shape;
import io.latchless.benchmarks.results.ContestResult;
import io.latchless.benchmarks.results.SubjectResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * A curve and what was measured of it.
 *
 * @param curve which
 * @param points with figures, in the order of their values
 */
public record MeasuredCurve(Curve curve, List<Point> points) {
  /** Fewer are no curve. */
  public static final int FEWEST_POINTS = 3;

  /** Leaves out points without figures, and sorts the others. */
  public MeasuredCurve {
    points =
        points.stream()
            .filter(point -> !point.subjects().isEmpty())
            .sorted(Comparator.comparingInt(Point::value))
            .toList();
  }

  /**
   * Every curve of which enough points were measured, in the order of the results. Where curves of
   * one kind end up at the same values they make curves of another kind by chance: one that lacks
   * an end is left out if every point of it lies on one that has both.
   */
  public static List<MeasuredCurve> in(Measured measured) {
    Map<Curve, List<Point>> points = new LinkedHashMap<>();
    measured.contests().forEach((shape, contest) -> addTo(points, shape, contest));
    List<MeasuredCurve> curves =
        points.entrySet().stream()
            .map(entry -> new MeasuredCurve(entry.getKey(), entry.getValue()))
            .filter(curve -> curve.points().size() >= FEWEST_POINTS)
            .toList();
    Set<ContestResult> swept =
        curves.stream()
            .filter(MeasuredCurve::hasBothEnds)
            .flatMap(curve -> curve.points().stream())
            .map(Point::contest)
            .collect(Collectors.toCollection(() -> newSetFromMap(new IdentityHashMap<>())));
    return curves.stream()
        .filter(
            curve ->
                curve.hasBothEnds()
                    || curve.points().stream().anyMatch(point -> !swept.contains(point.contest())))
        .toList();
  }

  private boolean hasBothEnds() {
    return points.get(0).value() == curve.axis().low(curve.shared())
        && points.get(points.size() - 1).value() == curve.axis().high(curve.shared());
  }

  private static void addTo(Map<Curve, List<Point>> points, Shape shape, ContestResult contest) {
    for (Axis axis : Axis.values()) {
      if (axis.measures(shape)) {
        points
            .computeIfAbsent(new Curve(shape, axis), curve -> new ArrayList<>())
            .add(new Point(axis.valueOf(shape), contest));
      }
    }
  }

  /** Where the lead passes from one to another, in the order of the points. */
  public List<Crossing> crossings() {
    return betweenNeighbours((below, above) -> Crossing.ofLeaders(curve.axis(), below, above));
  }

  /** Where two change places, whoever leads, in the order of the points. */
  public List<Crossing> crossings(Rivals rivals) {
    return betweenNeighbours((below, above) -> Crossing.of(rivals, curve.axis(), below, above));
  }

  /**
   * Two that change places and are told apart on neither side are level there, no more. Where they
   * change places to and fro before they are told apart again, they cross once.
   */
  private List<Crossing> betweenNeighbours(BiFunction<Point, Point, Optional<Crossing>> between) {
    List<Crossing> found = new ArrayList<>();
    for (int i = 1; i < points.size(); i++) {
      between
          .apply(points.get(i - 1), points.get(i))
          .map(crossing -> crossing.within(points))
          .filter(Crossing::isShown)
          .ifPresent(crossing -> addTo(found, crossing));
    }
    return List.copyOf(found);
  }

  private static void addTo(List<Crossing> found, Crossing crossing) {
    int last = found.size() - 1;
    if (last >= 0 && found.get(last).isSameAs(crossing)) {
      found.set(last, found.get(last).joinedWith(crossing));
    } else {
      found.add(crossing);
    }
  }

  /**
   * What one does at a value between two points, in operations a second, if it changes evenly
   * between them on logarithmic scales; NaN if it has no figures at one of them.
   */
  double operationsAt(double value, String name) {
    Point below = points.get(0);
    for (Point above : points) {
      if (above.value() >= value && above.value() > below.value()) {
        Axis axis = curve.axis();
        double from = axis.position(below.value());
        double share = (axis.position(value) - from) / (axis.position(above.value()) - from);
        return Math.pow(median(below, name), 1 - share) * Math.pow(median(above, name), share);
      }
      below = above;
    }
    return Double.NaN;
  }

  private static double median(Point point, String name) {
    return point.subject(name).map(Point::median).orElse(Double.NaN);
  }

  /** The names of all of whom there is a figure, in the order of the contests. */
  public List<String> names() {
    return points.stream()
        .flatMap(point -> point.subjects().stream())
        .map(SubjectResult::name)
        .distinct()
        .toList();
  }
}
