package io.latchless.benchmarks.curves;

import io.latchless.benchmarks.advice.Measured;
import io.latchless.benchmarks.choice.Shape;
import io.latchless.benchmarks.results.ContestResult;
import io.latchless.benchmarks.results.SubjectResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

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

  /** Every curve of which enough points were measured, in the order of the results. */
  public static List<MeasuredCurve> in(Measured measured) {
    Map<Curve, List<Point>> points = new LinkedHashMap<>();
    measured.contests().forEach((shape, contest) -> addTo(points, shape, contest));
    return points.entrySet().stream()
        .map(entry -> new MeasuredCurve(entry.getKey(), entry.getValue()))
        .filter(curve -> curve.points().size() >= FEWEST_POINTS)
        .toList();
  }

  private static void addTo(Map<Curve, List<Point>> points, Shape shape, ContestResult contest) {
    for (Axis axis : Axis.values()) {
      if (axis.suits(shape.shared())) {
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

  private List<Crossing> betweenNeighbours(BiFunction<Point, Point, Optional<Crossing>> between) {
    List<Crossing> found = new ArrayList<>();
    for (int i = 1; i < points.size(); i++) {
      between.apply(points.get(i - 1), points.get(i)).ifPresent(found::add);
    }
    return found;
  }

  /**
   * What one does at a crossing, in operations a second, if it changes evenly between the two
   * points on logarithmic scales; NaN if it has no figures at one of them.
   */
  double operationsAt(Crossing crossing, String name) {
    Axis axis = curve.axis();
    double from = axis.position(crossing.below());
    double share =
        (axis.position(crossing.estimate()) - from) / (axis.position(crossing.above()) - from);
    return Math.pow(median(crossing.below(), name), 1 - share)
        * Math.pow(median(crossing.above(), name), share);
  }

  private double median(int value, String name) {
    return points.stream()
        .filter(point -> point.value() == value)
        .flatMap(point -> point.subject(name).stream())
        .mapToDouble(Point::median)
        .findFirst()
        .orElse(Double.NaN);
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
