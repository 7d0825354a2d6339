package io.latchless.benchmarks.curves;

import io.latchless.benchmarks.choice.Shape;
import io.latchless.benchmarks.results.ContestResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Measures a curve where it matters. It starts with both ends and the middle, then bisects the gaps
 * where two subjects cross, the widest first. A full grid would spend most of its time where
 * nothing changes.
 *
 * <p>A gap is left alone if the crossing subjects show no clear difference at either end, since a
 * closer point would show none either. Two crossings that cancel out within one gap remain unseen.
 */
public final class Sweep {
  private final Curve curve;
  private final Measuring measuring;
  private final TreeMap<Integer, Point> points = new TreeMap<>();

  private Sweep(Curve curve, Measuring measuring) {
    this.curve = curve;
    this.measuring = measuring;
  }

  /** Measures a shape. */
  public interface Measuring {
    /** Returns the measured figures; empty if there is not enough time. */
    Optional<ContestResult> measure(Shape shape);
  }

  /**
   * The outcome of a sweep.
   *
   * @param curve the measured points
   * @param finished whether there was time for all wanted points
   */
  public record Swept(MeasuredCurve curve, boolean finished) {}

  /** Sweeps a curve until its crossings are known as exactly as possible, or time is up. */
  public static Swept run(Curve curve, Measuring measuring) {
    Sweep sweep = new Sweep(curve, measuring);
    boolean finished = sweep.run();
    return new Swept(new MeasuredCurve(curve, List.copyOf(sweep.points.values())), finished);
  }

  private boolean run() {
    for (int value : curve.first()) {
      if (!measure(value)) {
        return false;
      }
    }
    for (OptionalInt next = next(); next.isPresent(); next = next()) {
      if (!measure(next.getAsInt())) {
        return false;
      }
    }
    return true;
  }

  private boolean measure(int value) {
    Optional<ContestResult> contest = measuring.measure(curve.at(value));
    contest.ifPresent(result -> points.put(value, new Point(value, result)));
    return contest.isPresent();
  }

  private record Gap(Point below, Point above) {}

  private OptionalInt next() {
    List<Gap> gaps = new ArrayList<>();
    Point below = null;
    for (Point above : points.values()) {
      if (below != null && isCrossed(below, above)) {
        gaps.add(new Gap(below, above));
      }
      below = above;
    }
    return gaps.stream()
        .sorted(Comparator.comparingDouble(this::width).reversed())
        .map(gap -> curve.axis().between(gap.below().value(), gap.above().value()))
        .filter(OptionalInt::isPresent)
        .findFirst()
        .orElse(OptionalInt.empty());
  }

  private double width(Gap gap) {
    return curve.axis().position(gap.above().value()) - curve.axis().position(gap.below().value());
  }

  private boolean isCrossed(Point below, Point above) {
    Axis axis = curve.axis();
    return Crossing.ofLeaders(axis, below, above).filter(Crossing::isShown).isPresent()
        || curve.watched().stream()
            .anyMatch(
                rivals ->
                    Crossing.of(rivals, axis, below, above).filter(Crossing::isShown).isPresent());
  }
}
