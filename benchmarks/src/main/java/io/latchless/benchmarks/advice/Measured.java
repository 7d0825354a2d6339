package io.latchless.benchmarks.advice;

import io.latchless.benchmarks.choice.Shape;
import io.latchless.benchmarks.results.ContestResult;
import io.latchless.benchmarks.results.Results;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The measured shapes with their contests.
 *
 * @param contests the contest of each shape, in the order of the results
 */
public record Measured(Map<Shape, ContestResult> contests) {
  /** Returns the shapes among a run's contests. */
  public static Measured in(Results results) {
    Map<Shape, ContestResult> found = new LinkedHashMap<>();
    for (ContestResult contest : results.contests()) {
      Shape.ofContest(contest.name()).ifPresent(shape -> found.put(shape, contest));
    }
    return new Measured(found);
  }

  /** Returns the contest of a shape; empty if it was not measured. */
  public Optional<ContestResult> of(Shape shape) {
    return Optional.ofNullable(contests.get(shape));
  }

  /** Returns a copy with one more contest. */
  public Measured with(Shape shape, ContestResult contest) {
    Map<Shape, ContestResult> more = new LinkedHashMap<>(contests);
    more.put(shape, contest);
    return new Measured(more);
  }

  /**
   * Returns the measured shapes of the same kind, the nearest first: the shape itself, if it was
   * measured.
   */
  public List<Shape> nearest(Shape shape) {
    return contests.keySet().stream()
        .filter(other -> other.shared() == shape.shared())
        .sorted(Comparator.comparingDouble(shape::distance))
        .toList();
  }

  /**
   * Returns the measured shapes that differ from this one in exactly one figure. Shapes with a
   * share of reads are never neighbours of shapes with a rate, as the two cannot be compared.
   */
  public List<Shape> neighbours(Shape shape) {
    List<Shape> near = new ArrayList<>();
    for (Shape other : contests.keySet()) {
      if (other.shared() == shape.shared()
          && other.isComparableTo(shape)
          && differences(shape, other) == 1) {
        near.add(other);
      }
    }
    return near;
  }

  private static int differences(Shape a, Shape b) {
    return (a.readPercent() == b.readPercent() ? 0 : 1)
        + (a.ratePerSecond() == b.ratePerSecond() ? 0 : 1)
        + (a.size() == b.size() ? 0 : 1)
        + (a.threads() == b.threads() ? 0 : 1)
        + (a.workNanos() == b.workNanos() ? 0 : 1);
  }
}
