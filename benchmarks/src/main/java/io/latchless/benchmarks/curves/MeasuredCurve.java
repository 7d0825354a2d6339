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
 * A curve with its measured points.
 *
 * @param curve the curve
 * @param points the points with figures, in the order of their values
 */
public record MeasuredCurve(Curve curve, List<Point> points) {
  /** The minimum number of points of a curve. */
  public static final int FEWEST_POINTS = 3;

  /** Drops points without figures and sorts the others. */
  public MeasuredCurve {
    points =
        points.stream()
            .filter(point -> !point.subjects().isEmpty())
            .sorted(Comparator.comparingInt(Point::value))
            .toList();
  }

  /**
   * Returns every curve with enough measured points, in the order of the results. Points of several
   * curves along one axis can form a curve along another axis by chance. A curve that lacks an end
   * is therefore left out if each of its points lies on a curve that has both ends.
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

  /** Returns the crossings where the lead changes, in the order of the points. */
  public List<Crossing> crossings() {
    return betweenNeighbours((below, above) -> Crossing.ofLeaders(curve.axis(), below, above));
  }

  /** Returns the crossings of two rivals, even where neither leads, in the order of the points. */
  public List<Crossing> crossings(Rivals rivals) {
    return betweenNeighbours((below, above) -> Crossing.of(rivals, curve.axis(), below, above));
  }

  /**
   * Returns the crossings between neighbouring points. A crossing without a clear side is dropped,
   * since its subjects are merely level. Subjects that change places back and forth between two
   * clear points cross once.
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
   * Interpolates a subject's throughput between two points on logarithmic scales, in operations per
   * second; NaN if a point lacks its figures.
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

  /** Returns the names of all subjects with figures, in the order of the contests. */
  public List<String> names() {
    return points.stream()
        .flatMap(point -> point.subjects().stream())
        .map(SubjectResult::name)
        .distinct()
        .toList();
  }
}
